package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A third-party application: one that registered itself, or was made for somebody else. Auth0 does not tell when it was
 * made or used, so that the log has to.
 *
 * @param seen when the log last has anybody signing in with it; null where it has nothing
 * @param registered when it registered itself or was made, if the log still knows; null where it does not
 * @param agreements how many people have agreed to its access; -1 where that is not known
 * @param settings what makes it anew; no secret
 * @param read when all this was so
 */
public record ThirdParty(String id, String name, List<String> callbacks, @Nullable Instant seen,
        @Nullable Instant registered, int agreements, ObjectNode settings, Instant read) {

    /** Where the log reaches back less than this, silence in it proves nothing. */
    private static final Duration LONG_ENOUGH = Duration.ofDays(7);

    private static final Duration BEGINNING = Duration.ofDays(1);

    public ThirdParty {
        callbacks = List.copyOf(callbacks);
    }

    /** What is known of its use. */
    public enum Use {
        /** The log has sign-ins. */
        SEEN,
        /** It was made within a day, and may be about to be used. */
        NEW,
        /**
         * The log tells when it was made and has no sign-in since; or nobody ever agreed to its access, which every
         * sign-in with it needs.
         */
        NEVER,
        /** The log has no sign-in. */
        SILENT
    }

    public Use use() {
        if (seen != null)
            return Use.SEEN;
        if (registered != null && Duration.between(registered, read).compareTo(BEGINNING) < 0)
            return Use.NEW;
        return registered != null || agreements == 0 ? Use.NEVER : Use.SILENT;
    }

    /**
     * Whether it is proposed for retirement; never one whose document a person imported, of which the log has no date.
     *
     * @param reach of the log; null where there is none to be seen
     */
    boolean stale(@Nullable Instant reach) {
        return reach != null && !settings.hasNonNull(ImportClientDocuments.FIELD) && switch (use()) {
            case SEEN, NEW -> false;
            case NEVER -> true;
            case SILENT -> Duration.between(reach, read).compareTo(LONG_ENOUGH) >= 0;
        };
    }
}
