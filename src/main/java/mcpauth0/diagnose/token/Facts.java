package mcpauth0.diagnose.token;

import mcpauth0.diagnose.Verdict.Evidence;

/** What is always shown of a token: where it came from, never itself. */
final class Facts {

    private Facts() {
    }

    static Evidence of(Token token) {
        var given = token.given();
        var shown = given == null ? Evidence.NONE : Evidence.in(given.exchange());
        return shown.with("token-form", token.access().form().name());
    }
}
