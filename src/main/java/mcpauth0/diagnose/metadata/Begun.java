package mcpauth0.diagnose.metadata;

import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.Search;
import org.jspecify.annotations.Nullable;

/**
 * Metadata that was asked for at several addresses, when the document is there that a client goes on with.
 *
 * @param search some of whose addresses may not have answered yet
 * @param picked the document; null where no address has one
 */
public record Begun<D>(Search<D> search, @Nullable Fetched<D> picked) {

    /** Null where there is none. */
    public @Nullable D document() {
        return picked == null ? null : picked.document();
    }
}
