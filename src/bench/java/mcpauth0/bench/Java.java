package mcpauth0.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This Java with this class path again. */
final class Java {

    private Java() {
    }

    static List<String> line(List<String> options, String... words) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(List.of(words));
        return line;
    }
}
