package mcpauth0.export.report;

import java.util.regex.Pattern;
import mcpauth0.http.Visible;

/**
 * CommonMark put together so that nothing that is told can be taken for markup. Addresses and whatever has an {@code @} or a
 * {@code #} stand as code, because some readers make links of them wherever they are, or call people.
 */
final class Markdown {

    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>|~&]");
    private static final Pattern BEGINNING = Pattern.compile("^(?:[-+#=]|\\d+(?=[.)]))");
    private static final Pattern WORD = Pattern.compile("\\S++");
    private static final Pattern LINKED = Pattern.compile("://|(?i:www)\\.|@|#\\d");
    private static final String OPENING = "(“„«「『\"'’";
    private static final String CLOSING = ".,;:!?)\"'”“’»）」』。、";

    private Markdown() {
    }

    /** In one line, to stand anywhere in a paragraph, a heading or a list. */
    static String text(String text) {
        var line = Visible.line(text.replaceAll("\\s+", " ").strip());
        var safe = new StringBuilder();
        var at = 0;
        for (var word = WORD.matcher(line); word.find();) {
            if (!LINKED.matcher(word.group()).find())
                continue;
            var begin = word.start();
            while (begin < word.end() && OPENING.indexOf(line.charAt(begin)) >= 0)
                begin++;
            var end = word.end();
            while (end > begin && CLOSING.indexOf(line.charAt(end - 1)) >= 0)
                end--;
            safe.append(escaped(line.substring(at, begin))).append(code(line.substring(begin, end)));
            at = end;
        }
        return BEGINNING.matcher(safe.append(escaped(line.substring(at)))).replaceFirst(
                mark -> Character.isDigit(mark.group().charAt(0)) ? mark.group() + "\\\\" : "\\\\" + mark.group());
    }

    /**
     * Any punctuation of ASCII may have a backslash before it (CommonMark 0.31.2, 2.4). What means something only where a
     * line begins gets one only there.
     */
    private static String escaped(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0");
    }

    /** In one line, exactly as it is. */
    static String code(String text) {
        var line = Visible.line(text);
        if (line.isEmpty())
            return "";
        var fence = "`".repeat(longestTicks(line) + 1);
        var room = line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") || line.endsWith(" ")
                ? " "
                : "";
        return fence + room + line + room + fence;
    }

    /** Lines exactly as they are. */
    static String block(String kind, String text) {
        var fence = "`".repeat(Math.max(3, longestTicks(text) + 1));
        return String.join("\n", fence + kind, Visible.text(text).replace("\r\n", "\n").strip(), fence, "");
    }

    private static int longestTicks(String text) {
        return TICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
    }
}
