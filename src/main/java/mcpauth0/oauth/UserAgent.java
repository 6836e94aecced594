package mcpauth0.oauth;

import java.io.IOException;
import mcpauth0.http.Exchange;
import org.jspecify.annotations.Nullable;

/** Who takes the person, or a stand-in for one, to the authorization server's page. */
@FunctionalInterface
public interface UserAgent {

    /**
     * Begins the visit; the answer comes to the callback listener, from whatever thread. May block while a stand-in
     * clicks through the pages; is interrupted when the login has ended.
     *
     * @param url the authorization request: https, or http on loopback; checked by the caller
     * @throws IOException when the address could not be opened, with a reason for people
     * @throws Stopped when a stand-in met a page that leads nowhere
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

    /** A stand-in met a page that leads nowhere: an error, or something that it cannot fill in. */
    final class Stopped extends IOException {

        private static final long serialVersionUID = 1;

        private final transient Exchange exchange;
        private final @Nullable String error;

        /**
         * @param exchange the last one
         * @param error the code that the page names
         * @param description the page's words
         */
        public Stopped(Exchange exchange, @Nullable String error, String description) {
            super(description);
            this.exchange = exchange;
            this.error = error;
        }

        public Exchange exchange() {
            return exchange;
        }

        public @Nullable String error() {
            return error;
        }
    }
}
