package mcpauth0.diagnose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mcpauth0.http.Redaction;
import mcpauth0.oauth.WellKnown;

/**
 * What is right on the wire where a check is broken: a text of its own per check, {@code examples/<id>.txt} beside this
 * class's resources, filled with this server's values. It is the same in every language, and ready to copy.
 *
 * <p>It may use <code>{url} {origin} {host} {path} {metadata} {issuer} {tenant} {jwks} {scopes} {scopes-json} {stranger}</code>:
 * the typed address and its parts, where its protected resource metadata belongs, the authorization server's issuer, host and
 * keys, the scopes that the server asks for, an origin that nobody allows.
 */
public final class Example {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    private Example() {
    }

    /** The example of that check with this run's values; empty where there is none. */
    public static Optional<String> of(String check, Observations seen) {
        return text(check).map(text -> {
            var values = values(seen);
            return PLACE.matcher(text).replaceAll(
                    found -> java.util.regex.Matcher
                            .quoteReplacement(Redaction.value(values.getOrDefault(found.group(1), found.group()))));
        });
    }

    /** As it is written, with its places still empty. */
    static Optional<String> text(String check) {
        try (var in = Example.class.getResourceAsStream("examples/" + check + ".txt")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> values(Observations seen) {
        var target = seen.scene().target();
        var metadata = seen.metadata().found();
        var issuer = Optional.ofNullable(seen.scene().issuer())
                .or(() -> metadata.flatMap(found -> Optional.ofNullable(found.issuer())))
                .orElse("https://TENANT.REGION.auth0.com/");
        var scopes = scopes(seen);
        return Map.ofEntries(Map.entry("url", target.value()), Map.entry("origin", target.origin()),
                Map.entry("host", target.host()),
                Map.entry("path", target.bareOrigin() ? "/" : target.uri().getRawPath()),
                Map.entry("metadata", WellKnown.resource(target).getFirst().url()), Map.entry("issuer", issuer),
                Map.entry("tenant", issuer.replaceFirst("^https?://", "").replaceFirst("/.*$", "")),
                Map.entry("jwks", metadata.flatMap(found -> Optional.ofNullable(found.jwksUri()))
                        .orElse(issuer + ".well-known/jwks.json")),
                Map.entry("scopes", String.join(" ", scopes)),
                Map.entry("scopes-json", "[\"" + String.join("\", \"", scopes) + "\"]"),
                Map.entry("stranger", "https://stranger.invalid"));
    }

    /** What the server asks for, else one that says what it is for. */
    private static List<String> scopes(Observations seen) {
        var asked = seen.opening().found().map(opening -> opening.initialize().challenges().scopes())
                .or(() -> seen.document().found().map(document -> document.scopes()))
                .filter(found -> found != null && !found.isEmpty());
        return asked.orElse(List.of("mcp:use"));
    }
}
