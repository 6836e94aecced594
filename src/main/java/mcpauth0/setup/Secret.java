package mcpauth0.setup;

import com.fasterxml.jackson.annotation.JsonIgnoreType;

/** Text that must not be seen: a token, a client secret. It prints as dots and Jackson leaves it out. */
@JsonIgnoreType
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** White space around a pasted value is never part of it. */
    public static Secret of(String text) {
        return new Secret(text.strip());
    }

    /** The text itself, for the one call that sends it. */
    public String reveal() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "••••••••";
    }
}
