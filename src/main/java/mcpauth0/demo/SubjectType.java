package mcpauth0.demo;

/** On whose behalf an application asks for a token: grants are given for the one or the other. */
enum SubjectType {
    USER("user"), CLIENT("client");

    private final String id;

    SubjectType(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
