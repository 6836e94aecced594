package mcpauth0.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a client shows the token endpoint who it is (RFC 6749 §2.3, OpenID Connect Core §9). */
public enum AuthMethod {
    NONE("none"), SECRET_POST("client_secret_post"), SECRET_BASIC("client_secret_basic"),
    /** A statement signed with the secret. */
    SECRET_JWT("client_secret_jwt"),
    /** A statement signed with a key whose public half the server has. */
    PRIVATE_KEY_JWT("private_key_jwt");

    /** Ways to use a secret, the one that most clients use first. */
    private static final List<AuthMethod> WITH_SECRET = List.of(SECRET_POST, SECRET_BASIC, SECRET_JWT);

    private final String value;

    AuthMethod(String value) {
        this.value = value;
    }

    /** As metadata and registrations spell it. */
    public String value() {
        return value;
    }

    /** Whether a secret is what it takes. */
    boolean withSecret() {
        return WITH_SECRET.contains(this);
    }

    public static Optional<AuthMethod> of(String value) {
        return Arrays.stream(values()).filter(method -> method.value.equals(value)).findFirst();
    }

    /**
     * What a client with a secret can do there.
     *
     * @param known of the metadata; where it says nothing, {@code client_secret_basic} is what counts (RFC 8414 §2)
     */
    static AuthMethod forSecret(@Nullable List<String> known) {
        return known == null
                ? SECRET_BASIC
                : WITH_SECRET.stream().filter(method -> known.contains(method.value)).findFirst().orElse(SECRET_BASIC);
    }
}
