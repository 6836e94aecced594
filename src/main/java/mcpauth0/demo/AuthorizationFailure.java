package mcpauth0.demo;

/** An authorization request ends with an error; the client's rules say where it is shown. */
final class AuthorizationFailure extends Exception {

    private final String error;

    AuthorizationFailure(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }

    String description() {
        var description = getMessage();
        return description == null ? "" : description;
    }
}
