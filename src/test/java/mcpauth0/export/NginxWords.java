package mcpauth0.export;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of an nginx configuration, as its own reader takes them apart (nginx {@code ngx_conf_read_token}).
 *
 * @param depth how many blocks are still open at the end
 */
record NginxWords(List<String> all, int depth) {

    static NginxWords of(String text) {
        var words = new ArrayList<String>();
        var depth = 0;
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c == '#')
                at = text.indexOf('\n', at);
            else if (c == '\'' || c == '"')
                at = quoted(text, at, words);
            else if (c == '{' || c == '}' || c == ';') {
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                words.add(String.valueOf(c));
                at++;
            } else if (Character.isWhitespace(c))
                at++;
            else {
                var end = at;
                while (end < text.length() && " \t\r\n;{".indexOf(text.charAt(end)) < 0)
                    end++;
                words.add(text.substring(at, end));
                at = end;
            }
        }
        return new NginxWords(words, depth);
    }

    private static int quoted(String text, int begin, List<String> words) {
        var word = new StringBuilder();
        var at = begin + 1;
        while (text.charAt(at) != text.charAt(begin)) {
            if (text.charAt(at) == '\\' && "\"'\\".indexOf(text.charAt(at + 1)) >= 0)
                at++;
            word.append(text.charAt(at++));
        }
        words.add(word.toString());
        if (" \t\r\n;{)".indexOf(text.charAt(at + 1)) < 0)
            throw new AssertionError("unexpected \"" + text.charAt(at + 1) + "\" after " + word);
        return at + 1;
    }

    /** What stands behind these two words, wherever they stand. */
    List<String> following(String first, String second) {
        var found = new ArrayList<String>();
        for (var i = 0; i + 2 < all.size(); i++)
            if (all.get(i).equals(first) && all.get(i + 1).equals(second))
                found.add(all.get(i + 2));
        return found;
    }
}
