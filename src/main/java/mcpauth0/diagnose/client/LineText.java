package mcpauth0.diagnose.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mcpauth0.diagnose.client.AccessLine.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of text: the common and the combined log format, those of load balancers, {@code key=value} pairs, and
 * whatever else has a method, a path and a status in this order. Goes over the line once, by hand: no pattern that a
 * hostile line could make slow.
 */
final class LineText {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String AROUND = "\"'[](),;<>";
    private static final int MOST_ADDRESSES = 6;
    private static final int FARTHEST_STATUS = 40;

    private LineText() {
    }

    static Optional<AccessLine> read(String line) {
        var words = line.trim().split("\\s+");
        var pairs = pairs(words);
        for (var n = 0; n + 1 < words.length; n++) {
            var path = path(words[n + 1]);
            if (METHODS.contains(bare(words[n])) && path != null) {
                var status = status(words, n + 2).or(() -> value(words, "status"));
                if (status.isPresent())
                    return Optional.of(new AccessLine(time(line), addresses(List.of(words)), bare(words[n]), path,
                            status.get(), agent(line), token(words)));
            }
        }
        return pairs;
    }

    /** Logfmt: {@code method=POST path=/mcp status=401}. */
    private static Optional<AccessLine> pairs(String[] words) {
        String method = null;
        String path = null;
        var line = String.join(" ", words);
        for (var word : words) {
            var is = word.indexOf('=');
            if (is < 1)
                continue;
            var value = bare(word.substring(is + 1));
            switch (word.substring(0, is).toLowerCase(Locale.ROOT)) {
                case "method", "http.method", "http_method", "request_method" -> method = value;
                case "path", "uri", "url", "request_uri", "http.path" -> path = path(value);
                default -> {
                    // Other pairs say nothing that is needed.
                }
            }
        }
        var status = value(words, "status").or(() -> value(words, "status_code")).or(() -> value(words, "code"));
        return method == null || path == null || status.isEmpty() || !METHODS.contains(method)
                ? Optional.empty()
                : Optional.of(new AccessLine(time(line), addresses(List.of(words)), method, path, status.get(),
                        agent(line), token(words)));
    }

    private static Optional<Integer> value(String[] words, String key) {
        for (var word : words)
            if (word.startsWith(key + "="))
                return number(bare(word.substring(key.length() + 1)));
        return Optional.empty();
    }

    private static Optional<Integer> status(String[] words, int from) {
        for (var n = from; n < Math.min(words.length, from + FARTHEST_STATUS); n++) {
            var found = number(bare(words[n]));
            if (found.isPresent())
                return found;
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(String word) {
        if (word.length() != 3 || word.chars().anyMatch(c -> c < '0' || c > '9'))
            return Optional.empty();
        var number = Integer.parseInt(word);
        return number < 100 || number > 599 ? Optional.empty() : Optional.of(number);
    }

    /** Without its query and, where a whole address was written, without its origin; null where it is none. */
    static @Nullable String path(String word) {
        var text = bare(word);
        var scheme = text.indexOf("://");
        if (scheme > 0 && scheme < 6) {
            var slash = text.indexOf('/', scheme + 3);
            text = slash < 0 ? "/" : text.substring(slash);
        }
        if (!text.startsWith("/"))
            return null;
        for (var end : List.of("?", "#", ";"))
            if (text.contains(end))
                text = text.substring(0, text.indexOf(end));
        return text;
    }

    /** Every address in the line that stands by itself; a version in an agent's name does not. */
    static List<String> addresses(List<String> words) {
        var found = new ArrayList<String>();
        for (var word : words) {
            var text = bare(word.substring(word.indexOf('=') + 1));
            var address = fourth(text) ? text : fourth(beforePort(text)) ? beforePort(text) : sixth(text) ? text : null;
            if (address != null && found.size() < MOST_ADDRESSES && !found.contains(address))
                found.add(address);
        }
        return found;
    }

    private static String beforePort(String text) {
        var colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    private static boolean fourth(String text) {
        if (text.length() < 7 || text.length() > 15)
            return false;
        var parts = text.split("\\.", -1);
        if (parts.length != 4)
            return false;
        for (var part : parts)
            if (part.isEmpty() || part.length() > 3 || part.chars().anyMatch(c -> c < '0' || c > '9')
                    || Integer.parseInt(part) > 255)
                return false;
        return true;
    }

    /** Near enough: only digits of the sixteen and colons, two of those at least, and no time of day. */
    private static boolean sixth(String text) {
        return text.length() >= 3 && text.length() <= 39
                && text.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0)
                && text.chars().filter(c -> c == ':').count() >= 2
                && (text.contains("::") || text.chars().filter(c -> c == ':').count() == 7);
    }

    /** The first quoted text behind the request that can be one: not the referer, not an address, not a number. */
    private static String agent(String line) {
        var from = line.indexOf('"');
        var first = true;
        while (from >= 0) {
            var to = line.indexOf('"', from + 1);
            if (to < 0)
                return "";
            var quoted = line.substring(from + 1, to).strip();
            var request = METHODS.contains(quoted.split(" ", 2)[0]);
            if ((!first && !request && quoted.length() > 3 && quoted.contains("/") && !quoted.contains("://"))
                    || quoted.startsWith("Claude-User"))
                return quoted;
            first = false;
            from = line.indexOf('"', to + 1);
        }
        return "";
    }

    /** Some programs write {@code auth=none} or {@code authorization=…} themselves. */
    private static Token token(String[] words) {
        for (var word : words) {
            var small = word.toLowerCase(Locale.ROOT);
            if (small.startsWith("auth=") || small.startsWith("authorization=")) {
                var value = bare(small.substring(small.indexOf('=') + 1));
                return Set.of("", "-", "none", "false", "no", "null", "missing").contains(value)
                        ? Token.NOT_SENT
                        : Token.SENT;
            }
        }
        return Token.UNTOLD;
    }

    /** ISO 8601, or that of the common log format, cut to seconds and written so that it sorts; null for none. */
    static @Nullable String time(String line) {
        for (var n = 0; n + 19 <= line.length(); n++) {
            var c = line.charAt(n + 4);
            if (c == '-' && fits(line, n, "####-##-##?##:##:##"))
                return line.substring(n, n + 10) + " " + line.substring(n + 11, n + 19);
            if (line.charAt(n + 2) == '/' && fits(line, n, "##/???/####:##:##") && n + 20 <= line.length()) {
                var month = "janfebmaraprmayjunjulaugsepoctnovdec"
                        .indexOf(line.substring(n + 3, n + 6).toLowerCase(Locale.ROOT));
                if (month >= 0 && month % 3 == 0)
                    return "%s-%02d-%s %s".formatted(line.substring(n + 7, n + 11), month / 3 + 1,
                            line.substring(n, n + 2), line.substring(n + 12, n + 20));
            }
        }
        return null;
    }

    private static boolean fits(String line, int from, String form) {
        for (var n = 0; n < form.length(); n++) {
            var c = line.charAt(from + n);
            var wanted = form.charAt(n);
            if (wanted == '#' ? c < '0' || c > '9' : wanted != '?' && wanted != c)
                return false;
        }
        return true;
    }

    /** Without the signs that logs put around words. */
    private static String bare(String word) {
        var from = 0;
        var to = word.length();
        while (from < to && AROUND.indexOf(word.charAt(from)) >= 0)
            from++;
        while (to > from && AROUND.indexOf(word.charAt(to - 1)) >= 0)
            to--;
        return word.substring(from, to);
    }
}
