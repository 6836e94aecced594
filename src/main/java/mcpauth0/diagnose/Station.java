package mcpauth0.diagnose;

import java.util.Locale;

/** The way of a connection, in order: where it can stop. Names are texts {@code station.<id>}. */
public enum Station {
    NAME, TLS, CHALLENGE, METADATA, REGISTRATION, SIGN_IN, TOKEN, VALIDATION, SESSION;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Station ofGroup(String group) {
        return switch (group) {
            case "net" -> NAME;
            case "tls" -> TLS;
            case "transport", "challenge" -> CHALLENGE;
            case "prm", "as" -> METADATA;
            case "reg" -> REGISTRATION;
            case "authz" -> SIGN_IN;
            case "token" -> TOKEN;
            case "rs" -> VALIDATION;
            case "session", "cors" -> SESSION;
            default -> throw new IllegalArgumentException(group);
        };
    }
}
