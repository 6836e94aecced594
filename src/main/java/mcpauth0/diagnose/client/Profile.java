package mcpauth0.diagnose.client;

import java.util.List;
import mcpauth0.oauth.ServerMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A client as data: what it does where clients differ.
 *
 * @param hosted whether it calls from a cloud: it then needs a public address, port 443 and a public authority
 * @param browser whether it calls from a page in a browser, so that the server must allow other origins
 * @param userAgents how it calls itself, the discovery's first
 * @param eras of the protocol that it speaks: {@code legacy}, {@code modern}
 * @param triggers statuses that make it sign in
 * @param needsBearer whether a 401 without a {@code Bearer} challenge means to it that there is nothing to sign in to
 * @param wellKnownAfterDeadPointer whether it tries the usual addresses when the challenge's pointer leads nowhere
 * @param abortsOnServerError whether a 5xx at the first address of metadata ends its search
 * @param resource how near the metadata's {@code resource} must be to the typed address
 * @param issuer how alike the issuer must be written
 * @param registration ways of becoming known, in the order in which it tries them
 * @param document its client ID metadata document; null where it has none
 * @param authMethod that it asks for when it registers itself
 * @param redirects its callbacks, where they are known before
 * @param port whether the port of its loopback callback is the same each time
 * @param slashOnOrigin whether it sends {@code resource} with a slash where the address has no path
 * @param source where this is known from
 */
public record Profile(String id, boolean hosted, boolean browser, List<String> userAgents, List<String> eras,
        List<Integer> triggers, boolean needsBearer, boolean wellKnownAfterDeadPointer, boolean abortsOnServerError,
        Nearest resource, Alike issuer, List<Way> registration, @Nullable Document document, String authMethod,
        List<String> redirects, Port port, boolean slashOnOrigin, String source) {

    /** How near the metadata's {@code resource} must be to the typed address. */
    public enum Nearest {
        EXACT, PARENT, ORIGIN
    }

    /** How alike the issuer must be written in both documents. */
    public enum Alike {
        EXACT, UNCHECKED
    }

    /** How a client becomes known. */
    public enum Way {
        BY_HAND, DOCUMENT, DYNAMIC
    }

    /** The port of a loopback callback. */
    public enum Port {
        /** There is none: the callback is in a cloud. */
        NONE, FIXED, EPHEMERAL
    }

    /**
     * A client ID metadata document.
     *
     * @param needsNone whether it is used only where {@code none} is among the token endpoint's methods
     * @param needsIssuer whether it is used only where the issuer is in authorization responses (RFC 9207)
     */
    public record Document(String url, boolean needsNone, boolean needsIssuer) {
    }

    /** Whether it would use its document at that authorization server. */
    public boolean usesDocument(ServerMetadata metadata) {
        var methods = metadata.tokenAuthMethods();
        return document != null && registration.contains(Way.DOCUMENT) && metadata.clientDocuments()
                && (!document.needsNone() || (methods != null && methods.contains("none")))
                && (!document.needsIssuer() || metadata.issuerInResponses());
    }

    public Profile {
        userAgents = List.copyOf(userAgents);
        eras = List.copyOf(eras);
        triggers = List.copyOf(triggers);
        registration = List.copyOf(registration);
        redirects = List.copyOf(redirects);
    }
}
