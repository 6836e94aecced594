package mcpauth0.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Auth0's search language for users and logs, which is a small Lucene: {@code field:value}, quotation marks,
 * {@code *} and {@code ?}, {@code [from TO to]}, {@code AND}, {@code OR}, {@code NOT}, brackets. Words side by side are
 * joined by OR.
 */
final class Query {

    private static final Pattern TOKEN = Pattern.compile("\\(|\\)|\\[[^\\]]*\\]|\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.@-]+:|"
            + "[^\\s()\\[\\]\":]+(?::[^\\s()\\[\\]\":]+)*");

    private final List<String> tokens;
    private int at;

    private Query(List<String> tokens) {
        this.tokens = tokens;
    }

    /** What a query says about one item. */
    @FunctionalInterface
    interface Condition {
        boolean fits(JsonNode item);
    }

    /** @throws Refusal where the query cannot be read */
    static Condition of(@Nullable String text) {
        if (text == null || text.isBlank() || text.strip().equals("*"))
            return _ -> true;
        var found = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(text);
        var end = 0;
        while (matcher.find()) {
            if (!text.substring(end, matcher.start()).isBlank())
                throw unreadable(text);
            found.add(matcher.group());
            end = matcher.end();
        }
        var query = new Query(found);
        if (!text.substring(end).isBlank())
            throw unreadable(text);
        var all = query.either("");
        if (query.at < found.size())
            throw unreadable(text);
        return all;
    }

    private static Refusal unreadable(String text) {
        return Refusal.management(400, "Query validation error: 'Could not parse query string: " + text + "'.",
                "invalid_query_string");
    }

    /** @param field that the values stand for; empty where each names its own */
    private Condition either(String field) {
        var one = both(field);
        while (at < tokens.size() && !tokens.get(at).equals(")")) {
            if (tokens.get(at).equals("OR"))
                at++;
            var left = one;
            var right = both(field);
            one = item -> left.fits(item) || right.fits(item);
        }
        return one;
    }

    private Condition both(String field) {
        var one = single(field);
        while (at < tokens.size() && tokens.get(at).equals("AND")) {
            at++;
            var left = one;
            var right = single(field);
            one = item -> left.fits(item) && right.fits(item);
        }
        return one;
    }

    private Condition single(String field) {
        if (at >= tokens.size())
            throw unreadable(String.join(" ", tokens));
        var token = tokens.get(at++);
        if (token.equals("NOT")) {
            var not = single(field);
            return item -> !not.fits(item);
        }
        if (token.equals("(")) {
            var inside = either(field);
            if (at >= tokens.size() || !tokens.get(at++).equals(")"))
                throw unreadable(String.join(" ", tokens));
            return inside;
        }
        if (token.endsWith(":") && field.isEmpty())
            return single(token.substring(0, token.length() - 1));
        var colon = token.indexOf(':');
        if (field.isEmpty() && colon > 0 && !token.startsWith("\""))
            return named(token.substring(0, colon), token.substring(colon + 1));
        return named(field, token);
    }

    private static Condition named(String field, String value) {
        var test = test(value);
        return field.isEmpty()
                ? item -> anywhere(item, test)
                : item -> inside(item, field.split("\\.", -1), 0, test);
    }

    private static Predicate<String> test(String value) {
        if (value.startsWith("[")) {
            var ends = value.substring(1, value.length() - 1).split("\\s+TO\\s+", 2);
            return text -> ends.length == 2 && (ends[0].equals("*") || text.compareTo(ends[0]) >= 0)
                    && (ends[1].equals("*") || text.compareTo(ends[1]) <= 0);
        }
        if (value.startsWith("\"")) {
            var exact = value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
            return text -> text.equalsIgnoreCase(exact);
        }
        var pattern = new StringBuilder();
        for (var letter : value.toLowerCase(Locale.ROOT).toCharArray())
            pattern.append(letter == '*' ? ".*" : letter == '?' ? "." : Pattern.quote(String.valueOf(letter)));
        var compiled = Pattern.compile(pattern.toString(), Pattern.DOTALL);
        return text -> compiled.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean anywhere(JsonNode item, Predicate<String> test) {
        if (item.isValueNode())
            return test.test(item.asText());
        for (var part : item)
            if (anywhere(part, test))
                return true;
        return false;
    }

    private static boolean inside(JsonNode item, String[] path, int depth, Predicate<String> test) {
        if (item.isArray()) {
            for (var each : item)
                if (inside(each, path, depth, test))
                    return true;
            return false;
        }
        if (depth < path.length)
            return item.has(path[depth]) && inside(item.path(path[depth]), path, depth + 1, test);
        return item.isValueNode() && test.test(item.asText());
    }
}
