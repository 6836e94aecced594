package mcpauth0.oauth;

import java.io.IOException;
import mcpauth0.http.Exchange;
import org.jspecify.annotations.Nullable;

/** Who takes the person, or a stand-in for one, to the authorization server's page. */
@FunctionalInterface
public interface UserAgent {

    /**
     * Begins the visit; the answer comes to the callback listener, from whatever thread. May block while a stand-in
     * clicks through the pages; is interrupted when the login ends without an answer.
     *
     * @param url the authorization request: https, or http on loopback; checked by the caller
     * @throws Stopped when a stand-in met a page that leads nowhere
     * @throws Refused when the agent does not go there, or not any further
     * @throws IOException when it could not be done for another reason
     */
    void visit(String url) throws IOException;

    /**
     * The words of the page on which the person ends up, by their key in the bundles. A stand-in reads none.
     *
     * @param key {@code login.page.…}
     */
    default String words(String key) {
        return key;
    }

    /** Whether each visit takes a person's time; a stand-in may be sent as often as a test needs. */
    default boolean needsPerson() {
        return true;
    }

    /**
     * A stand-in met a page that leads nowhere: an error, or something that it cannot fill in. Or the authorization
     * server's log says that the person met one.
     */
    final class Stopped extends IOException {

        private static final long serialVersionUID = 1;

        private final transient @Nullable Exchange exchange;
        private final @Nullable String error;

        /**
         * @param exchange the last one; null where the page was seen by somebody else, who told of it
         * @param error the code that the page names
         * @param description the page's words
         */
        public Stopped(@Nullable Exchange exchange, @Nullable String error, String description) {
            super(description);
            this.exchange = exchange;
            this.error = error;
        }

        public @Nullable Exchange exchange() {
            return exchange;
        }

        public @Nullable String error() {
            return error;
        }
    }

    /** The agent does not go on, for a reason of its own. */
    final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        private final String reason;

        /**
         * @param reason as in {@link LoginOutcome.CouldNotOpen}
         * @param detail the address, the program
         */
        public Refused(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }
}
