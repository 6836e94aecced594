package mcpauth0.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of an address, decoded, all values of each; broken escapes stay as they are. */
public final class Query {

    private Query() {
    }

    /** Those of a whole address. */
    public static Map<String, List<String>> of(String url) {
        var begin = url.indexOf('?');
        var end = url.indexOf('#', Math.max(begin, 0));
        return begin < 0 ? Map.of() : parse(url.substring(begin + 1, end < 0 ? url.length() : end));
    }

    static Map<String, List<String>> parse(@Nullable String query) {
        var found = new LinkedHashMap<String, List<String>>();
        for (var pair : query == null ? new String[0] : query.split("&"))
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                found.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        return found;
    }

    public static @Nullable String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
