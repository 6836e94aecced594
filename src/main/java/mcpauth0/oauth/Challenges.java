package mcpauth0.oauth;

import java.util.List;
import java.util.Set;
import mcpauth0.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a server's {@code WWW-Authenticate} lines say, read as generously as the most generous client, with
 * what a stricter one would stumble over.
 *
 * @param lines as they came
 */
public record Challenges(List<String> lines, List<Challenge> all, Set<Oddity> oddities) {

    /** What is off about the spelling. */
    public enum Oddity {
        /** A parameter stands before any scheme. */
        NO_SCHEME,
        /** A colon or another sign clings to the scheme's name. */
        STRANGE_SCHEME,
        /** A value with signs that need quotes, such as an address, has none. */
        UNQUOTED,
        /** A quote within a quoted value is not escaped. */
        UNESCAPED_QUOTE,
        /** A quoted value does not end. */
        UNTERMINATED,
        /** The value stands in single quotes, which mean nothing here. */
        SINGLE_QUOTES,
        /** No comma between two parameters. */
        MISSING_COMMA,
        /** A parameter is there twice within a scheme. */
        DUPLICATE_PARAMETER,
        /** Another scheme comes before {@code Bearer}; some clients look only at the beginning. */
        BEARER_NOT_FIRST,
        /** {@code Bearer} is there more than once. */
        SEVERAL_BEARERS
    }

    public Challenges {
        lines = List.copyOf(lines);
        all = List.copyOf(all);
        oddities = Set.copyOf(oddities);
    }

    public static Challenges of(Answer answer) {
        return of(answer.headers("WWW-Authenticate"));
    }

    public static Challenges of(List<String> lines) {
        return ChallengeReader.read(lines);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The {@code Bearer} challenge; of several, the first that points to metadata, else the first. */
    public @Nullable Challenge bearer() {
        var bearers = all.stream().filter(one -> one.is("Bearer")).toList();
        return bearers.stream().filter(one -> one.parameter("resource_metadata") != null).findFirst()
                .orElse(bearers.isEmpty() ? null : bearers.getFirst());
    }

    /** A parameter of the {@code Bearer} challenge. */
    public @Nullable String parameter(String name) {
        var bearer = bearer();
        return bearer == null ? null : bearer.parameter(name);
    }

    /** Where the challenge says that the protected resource metadata is (RFC 9728 §5.1), to the byte. */
    public @Nullable String resourceMetadata() {
        return parameter("resource_metadata");
    }

    /** The scopes that the challenge asks for; null where it names none. */
    public @Nullable List<String> scopes() {
        var scope = parameter("scope");
        return scope == null ? null : List.of(scope.strip().split("\\s+"));
    }
}
