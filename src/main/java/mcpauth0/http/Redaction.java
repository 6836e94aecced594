package mcpauth0.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes tokens, codes, secrets and cookies out of what is shown, logged or saved, and makes what could disturb the eye or a
 * terminal visible. Pure; every way out goes through it.
 */
public final class Redaction {

    /** What stands where a secret stood. */
    public static final String DOTS = "•••";

    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_VALUE = 2_000;
    private static final int LONGEST_BODY = 80_000;
    private static final Set<String> HEADERS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie",
            "mcp-session-id");
    private static final Set<String> NAMES = Set.of("access_token", "refresh_token", "id_token", "token", "code",
            "code_verifier", "client_secret", "client_assertion", "assertion", "password", "device_code",
            "registration_access_token", "state", "nonce", "subject_token", "actor_token", "api_key");
    /** What stands behind a scheme and is no parameter of it and no word: it has a digit. */
    private static final Pattern CREDENTIALS = Pattern
            .compile("(?i)\\b(Bearer|Basic|DPoP) +(?=[a-z._~+/-]{0,200}[0-9])[a-z0-9._~+/-]{8,}+(?!=[\"a-z])=*");
    private static final Pattern PAIR = Pattern.compile("(?<=^|[?&#\\s;])([A-Za-z_]+)=([^&#\\s;]+)");

    private Redaction() {
    }

    /**
     * Secrets out of any text: JSON Web Tokens anywhere, {@code name=value} pairs with a telling name, and what stands behind
     * {@code Bearer}, {@code Basic} or {@code DPoP}.
     */
    public static String text(String text) {
        var pairs = PAIR.matcher(text).replaceAll(match -> java.util.regex.Matcher
                .quoteReplacement(secretName(match.group(1)) ? match.group(1) + "=" + DOTS : match.group()));
        return Visible.text(CREDENTIALS.matcher(withoutTokens(pairs)).replaceAll("$1 " + DOTS));
    }

    private static String withoutTokens(String text) {
        var safe = new StringBuilder();
        var at = 0;
        for (var token : Jwts.in(text)) {
            safe.append(text, at, token.begin()).append(DOTS);
            at = token.end();
        }
        return at == 0 ? text : safe.append(text, at, text.length()).toString();
    }

    public static String url(String url) {
        return text(url);
    }

    public static List<Header> headers(List<Header> headers) {
        return headers.stream().map(Redaction::header).toList();
    }

    public static Header header(Header header) {
        var name = header.name().toLowerCase(Locale.ROOT);
        if (!HEADERS.contains(name))
            return new Header(Visible.line(header.name()), text(header.value()));
        var value = header.value();
        var space = value.indexOf(' ');
        var scheme = name.endsWith("authorization") && space > 0 && space < 16 ? value.substring(0, space + 1) : "";
        return new Header(header.name(), scheme + DOTS);
    }

    /** A body as text: fields of JSON and of forms by their names, tokens wherever they stand. */
    public static String body(byte[] body) {
        var json = Json.parse(body);
        if (json.isPresent() && json.get().isContainerNode())
            return Visible.json(Json.pretty(json(json.get())));
        // Nobody shows more of it, and a character takes four bytes at most.
        return text(new String(body, 0, Math.min(body.length, LONGEST_BODY), StandardCharsets.UTF_8));
    }

    /** A copy of the tree without its secrets. */
    public static JsonNode json(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = Json.object();
                object.properties()
                        .forEach(entry -> copy.set(entry.getKey(),
                                secretName(entry.getKey()) && entry.getValue().isTextual()
                                        ? TextNode.valueOf(DOTS)
                                        : json(entry.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = Json.MAPPER.createArrayNode();
                array.forEach(item -> copy.add(json(item)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(withoutTokens(text.textValue()));
            default -> node;
        };
    }

    private static boolean secretName(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A foreign value to be shown among others: at most 2,000 characters of it. */
    public static String value(String foreign) {
        return text(foreign.length() > LONGEST_VALUE ? foreign.substring(0, LONGEST_VALUE) + "…" : foreign);
    }

    /** Foreign text as one line of at most 300 characters. */
    public static String line(String foreign) {
        var line = text(foreign.strip()).replaceAll("\\s+", " ");
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }
}
