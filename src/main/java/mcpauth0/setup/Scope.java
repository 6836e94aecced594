package mcpauth0.setup;

/**
 * A permission of the API.
 *
 * @param value 1 to 280 characters, what tokens carry
 * @param description at most 500 characters, what the consent page shows
 */
public record Scope(String value, String description) {
}
