package mcpauth0.oauth;

import java.util.LinkedHashSet;
import java.util.List;

/** What is in one list or the other, once, in the order of appearance. */
final class Union {

    private Union() {
    }

    static List<String> of(List<String> some, List<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
