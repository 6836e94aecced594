package mcpauth0.diagnose.validation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mcpauth0.http.Answer;
import mcpauth0.http.Redaction;

/**
 * What an error should have kept to itself: where its program stands and how it is built, or a key.
 *
 * @param line of the answer, without secrets
 */
record Leak(String line) {

    /** Of the answer, in characters: what an error gives away stands at its beginning. */
    private static final int MOST = 10_000;

    /** Stack traces as the usual platforms print them, keys, and settings that are secrets by their name. */
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("\\bat [\\w$.<>/]+\\([\\w$]+\\.(?:java|kt|scala|groovy):\\d+\\)"),
            Pattern.compile("Traceback \\(most recent call last\\)"),
            Pattern.compile("File \"[^\"]+\\.py\", line \\d+"),
            Pattern.compile("\\bat .{0,200}?\\(?(?:file://)?(?:/|[A-Z]:\\\\)[^\\s)]+\\.[cm]?[jt]s:\\d+:\\d+\\)?"),
            Pattern.compile("\\bat [\\w.`<>]+\\([^)]*\\) in .{1,200}:line \\d+"),
            Pattern.compile("goroutine \\d+ \\["),
            Pattern.compile("(?<![\\w./-])(?=[\\w.-]*/)[\\w./-]+\\.(?:go|rb|rs):\\d+"),
            Pattern.compile("#\\d+ /[\\w./-]+\\.php\\(\\d+\\)"),
            Pattern.compile("-----BEGIN [A-Z ]*(?:KEY|CERTIFICATE)-----"),
            Pattern.compile("(?i)\\b(?:client|signing|jwt|api)[_-]?secret\\b\\W{1,5}\\w{6,}"));

    static Optional<Leak> in(Answer answer) {
        var whole = answer.text();
        var text = whole.substring(0, Math.min(whole.length(), MOST)).replace("\\n", "\n").replace("\\\"", "\"");
        return PATTERNS.stream().map(pattern -> pattern.matcher(text)).filter(found -> found.find()).findFirst()
                .map(found -> new Leak(Redaction.line(found.group())));
    }
}
