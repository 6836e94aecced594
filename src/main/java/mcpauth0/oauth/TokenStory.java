package mcpauth0.oauth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token tells a person: who is behind it and came in through what, for whom it is, what it allows, until when. The
 * bundles hold the words, {@code token.<id>}. Nothing of it is proven: that is {@link TokenVerification}'s.
 */
public record TokenStory(List<Sentence> sentences) {

    /** @param values what is put into the words, in order; foreign text as it came */
    public record Sentence(String id, List<String> values) {
        public Sentence {
            values = List.copyOf(values);
        }
    }

    private static final int MOST_NAMED = 50;

    /** Connections that people know by a name; others are called as the issuer does. */
    static final Set<String> KNOWN = Set.of("google-oauth2", "github", "windowslive", "waad", "apple",
            "facebook", "linkedin", "email", "sms", "okta");

    public TokenStory {
        sentences = List.copyOf(sentences);
    }

    /** @param now by which it is told whether the token has ended */
    public static TokenStory of(Tokens tokens, Instant now) {
        return of(tokens.access(), tokens, now);
    }

    /** @param tokens what came with it; null where only the token is there */
    public static TokenStory of(AccessToken token, @Nullable Tokens tokens, Instant now) {
        var told = new ArrayList<Sentence>();
        switch (token.form()) {
            case JWT -> readable(token, told);
            case JWE -> told.add(sentence("encrypted"));
            case OPAQUE -> told.add(sentence("opaque"));
        }
        allowed(token, tokens, told);
        var ends = token.expires() != null || tokens == null ? token.expires() : tokens.expires();
        told.add(ends == null
                ? sentence("endless")
                : sentence(ends.isAfter(now) ? "until" : "ended", ends.toString()));
        if (tokens != null)
            told.add(sentence(tokens.refresh() == null ? "not-renewable" : "renewable"));
        return new TokenStory(told);
    }

    private static void readable(AccessToken token, List<Sentence> told) {
        var subject = token.subject();
        var client = token.client();
        if (token.ownBehalf())
            told.add(sentence("application", client == null ? String.valueOf(subject) : client));
        else if (subject == null)
            told.add(sentence("nobody"));
        else
            person(token, subject, told);
        if (!token.ownBehalf() && client != null)
            told.add(sentence("client", client));
        if (token.issuer() != null)
            told.add(sentence("issuer", token.issuer()));
        told.add(token.audience().isEmpty()
                ? sentence("for-nobody")
                : sentence("audience", String.join(", ", token.audience())));
    }

    /** Auth0 puts the kind of connection before the user's number there; others have their own ways. */
    private static void person(AccessToken token, String subject, List<Sentence> told) {
        var name = token.personName();
        told.add(name == null ? sentence("person", subject) : sentence("named-person", name, subject));
        var bar = subject.indexOf('|');
        if (bar > 0)
            told.add(connection(subject.substring(0, bar)));
    }

    private static Sentence connection(String name) {
        if (name.equals("auth0"))
            return sentence("database");
        return KNOWN.contains(name) ? sentence("connection-" + name) : sentence("connection", name);
    }

    private static void allowed(AccessToken token, @Nullable Tokens tokens, List<Sentence> told) {
        var scopes = token.scopes() != null
                ? token.scopes()
                : token.form() == AccessToken.Form.JWT || tokens == null ? List.<String>of() : tokens.grantedScopes();
        told.add(scopes.isEmpty() ? sentence("no-scopes") : sentence("scopes", named(scopes)));
        if (!token.permissions().isEmpty())
            told.add(sentence("permissions", named(token.permissions())));
        if (tokens == null)
            return;
        var missing = tokens.requested().stream()
                .filter(one -> tokens.scope() != null && !tokens.grantedScopes().contains(one)).toList();
        if (!missing.isEmpty())
            told.add(sentence("not-granted", named(missing)));
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)))
                + (names.size() > MOST_NAMED ? " …" : "");
    }

    private static Sentence sentence(String id, String... values) {
        return new Sentence(id, Arrays.stream(values).map(String::valueOf).toList());
    }
}
