package mcpauth0.auth0;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import mcpauth0.setup.Registration.Application;

/** How applications that were made by hand are found again: by a mark in their metadata. */
public final class Applications {

    static final String MARKER = "mcp_setup";

    private Applications() {
    }

    /** The application that was made for this wish, if it was. */
    public static Optional<Snapshot.Client> made(Snapshot state, String audience, Application application) {
        var mark = mark(audience, application);
        return state.clients().stream()
                .filter(client -> client.raw().path("client_metadata").path(MARKER).asText().equals(mark)).findFirst();
    }

    /** One for each client, name, kind and API, so that no two of one set-up have the same; of the 255 characters that Auth0 keeps it takes a few. */
    static String mark(String audience, Application application) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(String.join("\n", audience, application.client(),
                    application.name(), String.valueOf(application.confidential())).getBytes(StandardCharsets.UTF_8));
            return "application " + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
