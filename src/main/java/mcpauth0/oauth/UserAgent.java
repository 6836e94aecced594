package mcpauth0.oauth;

import java.io.IOException;

/** Who takes the person, or a stand-in for one, to the authorization server's page. */
@FunctionalInterface
public interface UserAgent {

    /**
     * Begins the visit; the answer comes to the callback listener, from whatever thread. May block while a stand-in
     * clicks through the pages.
     *
     * @param url the authorization request: https, or http on loopback; checked by the caller
     * @throws IOException when the address could not be opened, with a reason for people
     */
    void visit(String url) throws IOException;
}
