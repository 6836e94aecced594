package mcpauth0.export;

import java.util.List;
import java.util.Optional;
import mcpauth0.text.Texts;

/** Every kind of file, in the order in which they are offered. */
public final class Exports {

    private static final List<Export> ALL = List.of(new EnvFile(Texts.english()), new SetupExport());

    private Exports() {
    }

    public static List<Export> all() {
        return ALL;
    }

    public static Optional<Export> named(String id) {
        return ALL.stream().filter(export -> export.id().equals(id)).findFirst();
    }
}
