package mcpauth0.ui.model;

import java.util.Optional;
import mcpauth0.http.Answer;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.http.Request;

/**
 * The newest version that its makers have given away, as the address of releases tells it: JSON with {@code tag_name} and
 * {@code html_url}, the form in which forges tell of a release. One request, and only when the operator asks.
 *
 * @param version numbers with dots, without the letter in front
 * @param page where it can be had; https
 */
public record Newest(String version, String page) {

    private static final int MOST = 1 << 18;

    /** Blocks for as long as the answer takes. */
    public static Newest at(String releases, Http http) throws FailureException {
        var exchange = http.send(Request.get(releases).with("Accept", "application/json").atMost(MOST));
        return of(exchange.successOrThrow())
                .orElseThrow(() -> new Failure.Malformed("tag_name, html_url", "").asException(exchange));
    }

    /** Empty where that is no release. */
    public static Optional<Newest> of(Answer answer) {
        return answer.json().map(told -> new Newest(told.path("tag_name").asText("").replaceFirst("^[vV]", ""),
                told.path("html_url").asText("")))
                .filter(told -> told.version.matches("\\d{1,9}(\\.\\d{1,9}){0,3}") && told.page.startsWith("https://"));
    }

    /** Whether it came after that one, number by number. */
    public boolean newerThan(String other) {
        var mine = version.split("\\.", -1);
        var theirs = other.split("[.-]", -1);
        for (var i = 0; i < Math.max(mine.length, theirs.length); i++) {
            var difference = Integer.compare(number(mine, i), number(theirs, i));
            if (difference != 0)
                return difference > 0;
        }
        return false;
    }

    private static int number(String[] parts, int at) {
        return at < parts.length && parts[at].matches("\\d{1,9}") ? Integer.parseInt(parts[at]) : 0;
    }
}
