package mcpauth0.oauth;

import java.time.Duration;
import java.util.Optional;
import mcpauth0.http.Failure;
import mcpauth0.http.Http;
import mcpauth0.oauth.Authorization.Stopped;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Goes from a challenge to the authorization server as a client does: protected resource metadata, its issuer, that
 * issuer's metadata (RFC 9728, RFC 8414, OpenID Connect Discovery). For a server that has no such metadata and points to
 * none, its origin is the authorization server (MCP 2025-03-26).
 */
final class ProtectionFinder {

    /** What was found, or where the way ended. */
    sealed interface Finding {
        record Found(Protection protection) implements Finding {
        }

        record Lost(Stopped why) implements Finding {
        }
    }

    private final Discovery discovery;
    private final McpUrl server;

    ProtectionFinder(Http http, McpUrl server, Duration timeout) {
        this.discovery = new Discovery(http, timeout);
        this.server = server;
    }

    /** @param preferred taken where the server names several issuers and this is one of them; null for the first */
    Finding find(Challenges challenges, @Nullable String preferred) {
        var pointer = challenges.resourceMetadata();
        var looked = discovery.firstResource(server, pointer);
        var picked = looked.picked();
        var metadata = picked == null ? null : picked.document();
        if (metadata != null)
            return named(metadata, preferred);
        var trouble = trouble(looked);
        if (trouble.isPresent())
            return new Finding.Lost(new Stopped.Failed(trouble.get()));
        return pointer == null ? origin() : new Finding.Lost(new Stopped.Undocumented(pointer));
    }

    /** A failure on the way or on the server's side does not mean that there is no document. */
    private static Optional<Failure> trouble(Discovery.Resource looked) {
        for (var fetched : looked.all()) {
            var answer = fetched.exchange().answer();
            if (answer == null)
                return Optional.of(Endpoints.failureOf(fetched.exchange()));
            if (answer.status() >= 500)
                return Optional.of(Failure.refused(answer));
        }
        return Optional.empty();
    }

    private Finding named(ResourceMetadata metadata, @Nullable String preferred) {
        var resource = metadata.resource();
        if (!Nearness.covers(resource, server))
            return new Finding.Lost(new Stopped.Foreign(resource));
        var named = metadata.authorizationServers();
        if (named.isEmpty())
            return new Finding.Lost(new Stopped.NoIssuer());
        var issuer = preferred != null && named.contains(preferred) ? preferred : named.getFirst();
        var found = discovery.firstServer(issuer).picked();
        var document = found == null ? null : found.document();
        if (document == null || !document.isOf(issuer))
            return new Finding.Lost(new Stopped.Unpublished(issuer, document == null ? null : document.issuer()));
        return new Finding.Found(new Protection(document, resource, metadata.scopes(), false));
    }

    /** Both spellings of an origin lead to the same address, and nobody has named one of them. */
    private Finding origin() {
        var origin = server.origin();
        var found = discovery.firstServer(origin).picked();
        var document = found == null ? null : found.document();
        if (document == null)
            return new Finding.Found(new Protection(ServerMetadata.assumed(origin), null, null, true));
        if (!document.isOf(origin) && !document.isOfButForSlash(origin))
            return new Finding.Lost(new Stopped.Unpublished(origin, document.issuer()));
        return new Finding.Found(new Protection(document, null, null, false));
    }
}
