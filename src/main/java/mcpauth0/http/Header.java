package mcpauth0.http;

/** One header line; names compare without regard to case (RFC 9110 §5.1). */
public record Header(String name, String value) {

    public boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Without its secrets: headers end up in logs with whatever holds them. */
    @Override
    public String toString() {
        var shown = Redaction.header(this);
        return shown.name + ": " + shown.value;
    }
}
