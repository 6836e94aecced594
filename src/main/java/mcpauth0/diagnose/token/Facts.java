package mcpauth0.diagnose.token;

import java.util.function.Function;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.login.SignInProbe;
import mcpauth0.oauth.Tokens;

/** What is always shown of a token: where it came from, never itself; and what there must be to look at. */
final class Facts {

    private Facts() {
    }

    static Evidence of(Token token) {
        var given = token.given();
        var shown = given == null ? Evidence.NONE : Evidence.in(given.exchange());
        return shown.with("token-form", token.access().form().name());
    }

    /** The verdict about what the token endpoint gave; a token that the operator brought tells nothing of that. */
    static Verdict given(Observations seen, Function<Tokens, Verdict> judgement) {
        return seen.token().judge(token -> {
            var given = token.given();
            return given == null ? new NotTestableFromHere("token-given") : judgement.apply(given);
        });
    }

    /** The verdict about the login's request to the token endpoint. */
    static Verdict tokenRequest(Observations seen, Function<TokenRequest, Verdict> judgement) {
        return seen.of(SignInProbe.SIGN_IN).judge(attempt -> TokenRequest.of(attempt).map(judgement)
                .orElseGet(() -> new Blocked("login")));
    }
}
