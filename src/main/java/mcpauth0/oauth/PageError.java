package mcpauth0.oauth;

import mcpauth0.http.Exchange;

/** From the page at which a stand-in had to stop to what it says. */
public final class PageError {

    private PageError() {
    }

    public static UserAgent.Stopped stopped(Exchange last) {
        var answer = last.answer();
        if (answer == null)
            return new UserAgent.Stopped(last, null, Endpoints.failureOf(last).id());
        var words = ErrorWords.of(answer);
        return new UserAgent.Stopped(last, answer.ok() ? null : words.error(), words.description());
    }
}
