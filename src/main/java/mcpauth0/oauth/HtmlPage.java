package mcpauth0.oauth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a page needs: its title, its visible text with a line per block, its forms. Takes any text without
 * failing and in linear time; scripts are not run.
 */
public record HtmlPage(String title, String text, List<Form> forms) {

    /**
     * @param method in upper case; {@code GET} where none is written
     * @param action as written; empty for the page's own address
     */
    public record Form(String method, String action, List<Field> fields) {
    }

    /**
     * @param type in lower case: {@code text}, {@code password}, {@code hidden}, {@code submit} …
     * @param label the words on a button
     */
    public record Field(String type, String name, String value, boolean checked, String label) {

        public boolean button() {
            return type.equals("submit");
        }
    }

    private static final int LONGEST_NAME = 100;
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript");
    private static final Set<String> INLINE = Set.of("a", "b", "i", "em", "strong", "span", "code", "small", "label");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");

    public static HtmlPage of(String html) {
        return new Reader(html).read();
    }

    private static final class Reader {
        private final String html;
        private int at;
        private final StringBuilder title = new StringBuilder();
        private final StringBuilder text = new StringBuilder();
        private final List<Form> forms = new ArrayList<>();
        private List<Field> fields = new ArrayList<>();
        private @Nullable Map<String, String> form;
        private @Nullable Map<String, String> button;
        private StringBuilder label = new StringBuilder();
        private boolean inTitle;

        Reader(String html) {
            this.html = html;
        }

        HtmlPage read() {
            while (at < html.length()) {
                var next = html.indexOf('<', at);
                words(html.substring(at, next < 0 ? html.length() : next));
                if (next < 0)
                    break;
                at = next;
                tag();
            }
            endForm();
            return new HtmlPage(squeeze(title), squeeze(text), List.copyOf(forms));
        }

        private void words(String raw) {
            var decoded = decode(raw);
            (inTitle ? title : text).append(decoded.replaceAll("\\s+", " "));
            label.append(decoded);
        }

        private void tag() {
            if (html.startsWith("<!--", at)) {
                var end = html.indexOf("-->", at);
                at = end < 0 ? html.length() : end + 3;
                return;
            }
            var closing = html.startsWith("</", at);
            var begin = at + (closing ? 2 : 1);
            var end = begin;
            while (end < html.length() && Character.isLetterOrDigit(html.charAt(end)))
                end++;
            var name = small(html.substring(begin, end));
            at = end;
            if (name.isEmpty() && !html.startsWith("<!", begin - 1)) {
                text.append('<');
                return;
            }
            var attributes = attributes();
            if (!INLINE.contains(name))
                text.append('\n');
            if (closing)
                closed(name);
            else
                opened(name, attributes);
        }

        private void opened(String name, Map<String, String> attributes) {
            if (SILENT.contains(name)) {
                at = end(name);
                return;
            }
            switch (name) {
                case "title" -> inTitle = true;
                case "form" -> {
                    endForm();
                    form = attributes;
                }
                case "input" -> field(attributes, attributes.getOrDefault("type", "text"), "");
                case "button" -> {
                    button = attributes;
                    label = new StringBuilder();
                }
                default -> {
                    // Nothing else matters to a reader of forms.
                }
            }
        }

        /** Nothing that HTML knows has a longer name. */
        private static String small(String name) {
            return name.length() > LONGEST_NAME ? name : name.toLowerCase(Locale.ROOT);
        }

        /**
         * Where that element ends. A lower-case copy of the page would have other places for some letters, and takes the
         * square of the time where there are many of them.
         */
        private int end(String name) {
            for (var found = html.indexOf("</", at); found >= 0; found = html.indexOf("</", found + 2))
                if (html.regionMatches(true, found + 2, name, 0, name.length()))
                    return found;
            return html.length();
        }

        private void closed(String name) {
            var open = button;
            switch (name) {
                case "title" -> inTitle = false;
                case "form" -> endForm();
                case "button" -> {
                    if (open != null)
                        field(open, open.getOrDefault("type", "submit"), label.toString().strip());
                    button = null;
                }
                default -> {
                    // As above.
                }
            }
        }

        private void field(Map<String, String> attributes, String type, String words) {
            if (form == null)
                return;
            var value = attributes.getOrDefault("value", "");
            fields.add(new Field(small(type), attributes.getOrDefault("name", ""), value,
                    attributes.containsKey("checked"), words.isEmpty() ? value : words));
        }

        private void endForm() {
            var open = form;
            if (open != null)
                forms.add(new Form(open.getOrDefault("method", "get").toUpperCase(Locale.ROOT),
                        open.getOrDefault("action", ""), List.copyOf(fields)));
            form = null;
            fields = new ArrayList<>();
        }

        private Map<String, String> attributes() {
            var found = new LinkedHashMap<String, String>();
            while (at < html.length() && html.charAt(at) != '>') {
                var c = html.charAt(at);
                if (Character.isWhitespace(c) || c == '/' || c == '=' || c == '"' || c == '\'') {
                    at++;
                    continue;
                }
                var begin = at;
                while (at < html.length() && "=/> \t\r\n".indexOf(html.charAt(at)) < 0)
                    at++;
                var name = small(html.substring(begin, at));
                skipSpace();
                found.putIfAbsent(name, at < html.length() && html.charAt(at) == '=' ? attributeValue() : "");
            }
            at = Math.min(at + 1, html.length());
            return found;
        }

        private void skipSpace() {
            while (at < html.length() && Character.isWhitespace(html.charAt(at)))
                at++;
        }

        private String attributeValue() {
            at++;
            skipSpace();
            if (at >= html.length())
                return "";
            var quote = html.charAt(at);
            if (quote == '"' || quote == '\'') {
                var end = html.indexOf(quote, at + 1);
                var value = html.substring(at + 1, end < 0 ? html.length() : end);
                at = end < 0 ? html.length() : end + 1;
                return decode(value);
            }
            var begin = at;
            while (at < html.length() && !Character.isWhitespace(html.charAt(at)) && html.charAt(at) != '>')
                at++;
            return decode(html.substring(begin, at));
        }

        private static String squeeze(CharSequence raw) {
            return raw.toString().replaceAll("[ \\t\\r\\u00a0]+", " ").replaceAll(" ?\\n[ \\n]*", "\n").strip();
        }

        private static String decode(String raw) {
            return raw.indexOf('&') < 0
                    ? raw
                    : ENTITY.matcher(raw).replaceAll(match -> java.util.regex.Matcher
                            .quoteReplacement(entity(match.group(1), match.group())));
        }

        private static String entity(String name, String whole) {
            if (name.startsWith("#")) {
                var hex = name.startsWith("#x") || name.startsWith("#X");
                var code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
                return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
            }
            return switch (name) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                case "apos" -> "'";
                case "nbsp" -> " ";
                default -> whole;
            };
        }
    }
}
