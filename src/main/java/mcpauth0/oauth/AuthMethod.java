package mcpauth0.oauth;

import java.util.Arrays;
import java.util.Optional;

/** How a client shows the token endpoint who it is. */
public enum AuthMethod {
    NONE("none"), SECRET_POST("client_secret_post"), SECRET_BASIC("client_secret_basic");

    private final String value;

    AuthMethod(String value) {
        this.value = value;
    }

    /** As metadata and registrations spell it. */
    public String value() {
        return value;
    }

    public static Optional<AuthMethod> of(String value) {
        return Arrays.stream(values()).filter(method -> method.value.equals(value)).findFirst();
    }
}
