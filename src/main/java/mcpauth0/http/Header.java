package mcpauth0.http;

/** One header line; names compare without regard to case (RFC 9110 §5.1). */
public record Header(String name, String value) {

    public boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }
}
