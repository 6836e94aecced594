package mcpauth0.diagnose.client;

import java.util.List;

/**
 * A client as data.
 *
 * @param hosted whether it calls from a cloud: it then needs a public address, port 443 and a public authority
 * @param browser whether it calls from a page in a browser, so that the server must allow other origins
 * @param stoppedBy ids of the failures that it does not survive, in the order in which it would meet them
 * @param source where this is known from
 */
record Profile(String id, boolean hosted, boolean browser, List<String> stoppedBy, String source) {
    Profile {
        stoppedBy = List.copyOf(stoppedBy);
    }
}
