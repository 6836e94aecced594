package mcpauth0.diagnose;

import java.util.List;
import mcpauth0.http.Redaction;

/** What cures a finding. */
public sealed interface Remedy {

    /** Something that the server's operator does: text {@code check.<id>.cure} or another key, with its values. */
    record Advice(String key, List<String> values) implements Remedy {
        public Advice {
            values = values.stream().map(Redaction::value).toList();
        }
    }

    /**
     * A set-up step that the program can do itself; it is planned together with the steps that it needs. Its text is
     * {@code check.<id>.cure} with the values of the verdict.
     */
    record RunStep(String step) implements Remedy {
    }
}
