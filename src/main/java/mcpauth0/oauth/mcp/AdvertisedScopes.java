package mcpauth0.oauth.mcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.oauth.Challenges;
import mcpauth0.oauth.Discovery;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Permissions that a server itself speaks of, read without any credential: {@code scopes_supported} of its protected
 * resource metadata (RFC 9728 §2), {@code scope} of its challenge (RFC 6750 §3), and the names of its tools where it
 * lists them to everyone.
 *
 * @param all in the order of {@link Origin}; what every issuer knows, such as {@code openid}, is not among them
 * @param failure why the server could not be asked; null where it answered anything
 */
public record AdvertisedScopes(List<Proposal> all, @Nullable Failure failure) {

    /** Where a permission is spoken of. */
    public enum Origin {
        METADATA, CHALLENGE, TOOLS;

        /** The last part of text keys. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param scope what could be taken over; a tool's description is shortened to what Auth0 takes */
    public record Proposal(Scope scope, List<Origin> origins) {
        public Proposal {
            origins = List.copyOf(origins);
        }
    }

    /** Of the identity side (OpenID Connect Core §5.4 and §11): an API has none of them. */
    private static final Set<String> OF_IDENTITY = Set.of("openid", "profile", "email", "address", "phone",
            "offline_access");
    private static final int MOST = 100;
    private static final int LONGEST_VALUE = 280;
    private static final int LONGEST_DESCRIPTION = 500;

    public AdvertisedScopes {
        all = List.copyOf(all);
    }

    /**
     * Asks the server; sends no credential.
     *
     * @param timeout for each request
     */
    public static AdvertisedScopes ask(Http http, McpUrl server, Duration timeout) {
        var eras = Eras.ask(http, server, null, timeout);
        var challenges = List.of(eras.legacy().challenges(), eras.modern().challenges());
        var pointer = challenges.stream().map(Challenges::resourceMetadata).filter(each -> each != null).findFirst()
                .orElse(null);
        var resource = new Discovery(http, timeout).resource(server, pointer);
        var found = new LinkedHashMap<String, Found>();
        var picked = resource.picked();
        var document = picked == null ? null : picked.document();
        add(Origin.METADATA, document == null ? null : document.scopes(), found);
        challenges.forEach(each -> add(Origin.CHALLENGE, each.scopes(), found));
        if ((eras.preferred() == Era.MODERN ? eras.modern() : eras.legacy()).accepted()
                && McpSession.open(http, server, eras.preferred(), null,
                        timeout) instanceof McpSession.Opening.Opened(var session)) {
            for (var tool : session.tools().tools())
                add(Origin.TOOLS, tool.name(), tool.description(), found);
            session.end();
        }
        return new AdvertisedScopes(found.entrySet().stream().limit(MOST)
                .map(each -> new Proposal(new Scope(each.getKey(), each.getValue().description),
                        each.getValue().origins))
                .toList(), failure(eras.legacy().exchange()));
    }

    private static @Nullable Failure failure(Exchange exchange) {
        return exchange.answer() == null ? exchange.failure() : null;
    }

    private record Found(String description, List<Origin> origins) {
    }

    private static void add(Origin origin, @Nullable List<String> values, Map<String, Found> found) {
        if (values != null)
            values.forEach(value -> add(origin, value, null, found));
    }

    private static void add(Origin origin, String value, @Nullable String description, Map<String, Found> found) {
        if (value.isBlank() || value.length() > LONGEST_VALUE || value.chars().anyMatch(Character::isWhitespace)
                || OF_IDENTITY.contains(value))
            return;
        var known = found.get(value);
        var words = description == null
                ? known == null ? "" : known.description
                : description.substring(0, Math.min(LONGEST_DESCRIPTION, description.length()));
        var origins = new ArrayList<>(known == null ? List.<Origin>of() : known.origins);
        if (!origins.contains(origin))
            origins.add(origin);
        found.put(value, new Found(words, origins));
    }
}
