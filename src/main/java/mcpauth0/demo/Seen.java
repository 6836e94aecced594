package mcpauth0.demo;

/**
 * A request that a practice server answered.
 *
 * @param path as it was sent, still encoded, without the query
 * @param status of the answer; 0 where the connection was dropped, or while there is no answer yet
 */
public record Seen(String method, String path, int status) {

    /** Whether it could not change anything. */
    public boolean read() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
