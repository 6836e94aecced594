package mcpauth0.diagnose.login;

import java.util.List;
import mcpauth0.auth0.LogEvent;

/**
 * What the tenant's log says about one login.
 *
 * @param event that tells it
 * @param values what is put into the texts of the cause
 */
public record LogStory(LogCause cause, LogEvent event, List<String> values) {

    public LogStory {
        values = List.copyOf(values);
    }

    static LogStory of(LogCause cause, LogEvent event, String resource) {
        return new LogStory(cause, event, List.of(event.words(),
                !event.clientName().isEmpty() ? event.clientName() : event.clientId() == null ? "" : event.clientId(),
                event.user(), resource));
    }

    /** Text key of one part: {@code problem}, {@code cause}, {@code cure}. */
    public String key(String part) {
        return "log." + cause.id() + "." + part;
    }
}
