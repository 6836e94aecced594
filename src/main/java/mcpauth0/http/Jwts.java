package mcpauth0.http;

import java.util.ArrayList;
import java.util.List;

/** JSON Web Tokens in any text (RFC 7519 §3), found in linear time: a server may send a megabyte of their beginnings. */
public final class Jwts {

    /** Where one stands, from its header to behind its last part. */
    public record Place(int begin, int end) {
    }

    /** An opening brace with a quote, in Base64. */
    private static final String BEGIN = "eyJ";
    private static final int SHORTEST_HEADER = 8;
    /** A signed token has two, an encrypted one four. */
    private static final int FEWEST_DOTS = 2;
    private static final int MOST_DOTS = 4;

    private Jwts() {
    }

    public static List<Place> in(String text) {
        var found = new ArrayList<Place>();
        for (var begin = text.indexOf(BEGIN); begin >= 0;) {
            var header = wordEnd(text, begin);
            var end = header;
            var dots = 0;
            while (dots < MOST_DOTS && end < text.length() && text.charAt(end) == '.') {
                end = wordEnd(text, end + 1);
                dots++;
            }
            var is = header - begin >= SHORTEST_HEADER && dots >= FEWEST_DOTS;
            if (is)
                found.add(new Place(begin, end));
            // What begins later in the same word is shorter and ends where this does.
            begin = text.indexOf(BEGIN, is ? end : header);
        }
        return List.copyOf(found);
    }

    private static int wordEnd(String text, int begin) {
        var end = begin;
        while (end < text.length() && inWord(text.charAt(end)))
            end++;
        return end;
    }

    private static boolean inWord(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
