package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Protected resource metadata (RFC 9728 §2) as it was served; nothing is normalised. A field of the wrong type reads as
 * absent, {@link #raw()} has it.
 */
public record ResourceMetadata(ObjectNode raw) {

    public @Nullable String resource() {
        return Fields.text(raw, "resource");
    }

    /** The issuers, in their order; empty where none is named. */
    public List<String> authorizationServers() {
        var named = Fields.texts(raw, "authorization_servers");
        return named == null ? List.of() : named;
    }

    /** Null where the field is absent, which is another thing than an empty list. */
    public @Nullable List<String> scopes() {
        return Fields.texts(raw, "scopes_supported");
    }

    /** {@code header}, {@code body}, {@code query}; null where the field is absent. */
    public @Nullable List<String> bearerMethods() {
        return Fields.texts(raw, "bearer_methods_supported");
    }

    public @Nullable String name() {
        return Fields.text(raw, "resource_name");
    }
}
