package mcpauth0.demo;

/**
 * Who signed in.
 *
 * @param subject with the connection in front: {@code auth0|…} or {@code google-oauth2|…}
 */
record User(String subject, String email, String name) {
}
