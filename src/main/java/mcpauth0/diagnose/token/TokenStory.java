package mcpauth0.diagnose.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.AccessToken.Form;
import mcpauth0.oauth.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A token told in words: who signed in and through which connection, which client has it, for whom it is, what it allows,
 * until when. Pure; it proves nothing. Subjects of Auth0 name the connection before a bar: {@code google-oauth2|1234}.
 */
public final class TokenStory {

    /**
     * One sentence.
     *
     * @param key of the text, {@code token-story.<what>}
     * @param values put into it; from the token, so foreign
     */
    public record Sentence(String key, List<String> values) {
        public Sentence {
            values = List.copyOf(values);
        }

        private static Sentence of(String what, String... values) {
            return new Sentence("token-story." + what, List.of(values));
        }
    }

    /** Connections that people know by a name; others are called as the issuer does. */
    private static final Set<String> KNOWN = Set.of("auth0", "google-oauth2", "github", "windowslive", "waad", "apple",
            "facebook", "linkedin", "email", "sms", "samlp", "oidc", "okta", "adfs", "ad");

    private static final DateTimeFormatter FOR_PEOPLE = DateTimeFormatter
            .ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TokenStory() {
    }

    /**
     * @param given what came with it; null where only the token is there
     * @param now by which it is told whether it has run out
     */
    public static List<Sentence> of(AccessToken access, @Nullable Tokens given, Instant now) {
        var story = new ArrayList<Sentence>();
        var claims = access.claims();
        if (claims == null) {
            story.add(Sentence.of(access.form() == Form.JWE ? "encrypted" : "unreadable"));
        } else {
            story.add(who(access.subject()));
            var client = client(claims);
            if (!client.isEmpty())
                story.add(Sentence.of("client", client));
            var issuer = access.issuer();
            if (issuer != null)
                story.add(Sentence.of("issuer", issuer));
            story.add(access.audience().isEmpty()
                    ? Sentence.of("for-nobody")
                    : Sentence.of("for", String.join(", ", access.audience())));
            story.add(access.permissions().isEmpty()
                    ? Sentence.of("allows-nothing")
                    : Sentence.of("allows", String.join(", ", access.permissions())));
            story.add(until(access.expires(), now));
        }
        if (given != null)
            story.add(Sentence.of(given.refresh() == null ? "ends" : "renewable"));
        return List.copyOf(story);
    }

    private static Sentence who(@Nullable String subject) {
        if (subject == null || subject.isBlank())
            return Sentence.of("who-nobody");
        if (subject.endsWith("@clients"))
            return Sentence.of("who-machine", subject.substring(0, subject.length() - "@clients".length()));
        var bar = subject.indexOf('|');
        if (bar <= 0 || bar == subject.length() - 1)
            return Sentence.of("who-somebody", subject);
        var connection = subject.substring(0, bar);
        var person = subject.substring(bar + 1);
        return KNOWN.contains(connection)
                ? Sentence.of("who-" + connection, person)
                : Sentence.of("who-through", person, connection);
    }

    private static String client(JsonNode claims) {
        var named = claims.path("client_id").asText("");
        return named.isEmpty() ? claims.path("azp").asText("") : named;
    }

    private static Sentence until(@Nullable Instant ends, Instant now) {
        if (ends == null)
            return Sentence.of("until-unknown");
        return Sentence.of(now.isBefore(ends) ? "until" : "until-past", FOR_PEOPLE.format(ends));
    }
}
