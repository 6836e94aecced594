package mcpauth0.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import mcpauth0.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about what went wrong, be it JSON or a page.
 *
 * @param error a code such as {@code invalid_request}; null where none is named
 * @param description at most 500 characters; empty where nothing is said
 */
record ErrorWords(@Nullable String error, String description) {

    private static final int MOST = 500;
    private static final Pattern CODE = Pattern.compile("\\b(invalid_[a-z_]+|unauthorized_[a-z_]+|access_denied"
            + "|unsupported_[a-z_]+|server_error|temporarily_unavailable|[a-z]+_required|too_many_[a-z_]+)\\b"
            + "\\s*:?\\s*([^\\n]*)");

    static ErrorWords of(Answer answer) {
        if (answer.json().orElse(null) instanceof ObjectNode json)
            return ofJson(json, answer.text());
        return ofText(answer.mediaType().contains("html") ? HtmlPage.of(answer.text()).text() : answer.text());
    }

    /** {@code errorCode} is Auth0's finer word beside an {@code error} that repeats the status. */
    private static ErrorWords ofJson(ObjectNode json, String body) {
        var code = Fields.text(json, "errorCode");
        if (code == null)
            code = Fields.text(json, "error");
        var words = Fields.text(json, "error_description");
        if (words == null)
            words = Fields.text(json, "message");
        return new ErrorWords(code, cut(words == null ? body : words));
    }

    private static ErrorWords ofText(String text) {
        var code = CODE.matcher(text);
        if (!code.find())
            return new ErrorWords(null, cut(text));
        return new ErrorWords(code.group(1), cut(code.group(2).isBlank() ? text : code.group(2)));
    }

    private static String cut(String text) {
        var stripped = text.strip();
        return stripped.length() > MOST ? stripped.substring(0, MOST) : stripped;
    }
}
