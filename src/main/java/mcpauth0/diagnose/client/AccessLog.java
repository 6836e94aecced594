package mcpauth0.diagnose.client;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody pasted of the access log of a server, or of what stands before it. At most the last 400 000 characters and
 * 2 000 lines of it are read, of each line 4 000 characters.
 *
 * @param lines the oldest first
 * @param unread how many lines hold no request that could be read
 */
public record AccessLog(List<AccessLine> lines, int unread) {

    /** Characters that are read. */
    public static final int MOST = 400_000;
    private static final int MOST_LINES = 2000;
    private static final int LONGEST_LINE = 4000;

    public AccessLog {
        lines = List.copyOf(lines);
    }

    public static AccessLog parse(String pasted) {
        var text = pasted.length() > MOST ? pasted.substring(pasted.length() - MOST) : pasted;
        var all = text.lines().filter(line -> !line.isBlank()).toList();
        var lines = new ArrayList<AccessLine>();
        var unread = 0;
        for (var line : all.subList(Math.max(0, all.size() - MOST_LINES), all.size())) {
            var read = line.stripLeading().startsWith("{")
                    ? LineJson.read(line)
                    : LineText.read(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
            if (read.isPresent())
                lines.add(read.get());
            else
                unread++;
        }
        return new AccessLog(backwards(lines) ? lines.reversed() : lines, unread);
    }

    /** Log viewers often show the newest line first. */
    private static boolean backwards(List<AccessLine> lines) {
        if (lines.size() < 2)
            return false;
        var first = lines.getFirst().time();
        var last = lines.getLast().time();
        return first != null && last != null && first.compareTo(last) > 0;
    }
}
