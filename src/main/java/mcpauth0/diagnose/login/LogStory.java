package mcpauth0.diagnose.login;

import java.util.List;
import mcpauth0.auth0.LogEvent;

/**
 * What the tenant's log says about one login.
 *
 * @param event that tells it
 * @param sure whether it is about this login; else it may be about somebody else's with the same client
 * @param values what is put into the texts of the cause
 */
public record LogStory(LogCause cause, LogEvent event, boolean sure, List<String> values) {

    public LogStory {
        values = List.copyOf(values);
    }

    static LogStory of(LogCause cause, LogEvent event, boolean sure, String resource) {
        return new LogStory(cause, event, sure, List.of(event.words(),
                !event.clientName().isEmpty() ? event.clientName() : event.clientId() == null ? "" : event.clientId(),
                event.user(), resource, event.date().toString()));
    }

    /** Whether it tells for certain that no answer will come any more. */
    boolean ends() {
        return sure && cause.ends();
    }

    /** What its texts begin with: what is in doubt is told as the log has it, and explains nothing. */
    public String key() {
        return sure ? "log." + cause.id() : "log.doubtful";
    }

    /** Text key of one part: {@code problem}, {@code cause}, {@code cure}. */
    public String key(String part) {
        return key() + "." + part;
    }

    String shown() {
        return event.date() + " · " + event.type() + " · " + event.words();
    }
}
