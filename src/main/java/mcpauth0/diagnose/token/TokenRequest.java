package mcpauth0.diagnose.token;

import java.util.Optional;
import java.util.regex.Pattern;
import mcpauth0.diagnose.login.SignInProbe;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.LoginOutcome;

/**
 * The login's request to the token endpoint.
 *
 * @param defect whether the endpoint failed: a server error, a redirect, no token where there should be one, no answer
 * @param error that it named; empty for none
 * @param words of the answer
 * @param method how the client showed who it is
 */
record TokenRequest(Exchange exchange, boolean defect, String error, String words, String method) {

    private static final Pattern WANTS_JSON = Pattern.compile("(?i)application/json|content[- ]type");

    /** Of a login that came so far; empty for another. */
    static Optional<TokenRequest> of(SignInProbe.Attempt attempt) {
        var method = attempt.client().authMethod().value();
        return Optional.ofNullable(switch (attempt.outcome()) {
            case LoginOutcome.SignedIn in -> new TokenRequest(in.tokens().exchange(), false, "", "", method);
            case LoginOutcome.TokenRefused refused -> new TokenRequest(refused.exchange(),
                    refused.status() >= 500 || refused.status() < 400,
                    refused.error() == null ? "" : refused.error(), refused.description(), method);
            case LoginOutcome.Failed failed -> failed.exchange() == null || failed.front() == null
                    ? null
                    : new TokenRequest(failed.exchange(), true, "", failed.failure().id(), method);
            case LoginOutcome.Denied _,LoginOutcome.IssuerMismatch _,LoginOutcome.ErrorPage _,LoginOutcome.NoAnswer _,LoginOutcome.CouldNotOpen _,LoginOutcome.Cancelled _ ->
                null;
        });
    }

    boolean wantsAnotherForm() {
        return exchange.status() == 415 || WANTS_JSON.matcher(words).find();
    }

    boolean unrecognised() {
        return error.equals("invalid_client") || exchange.status() == 401;
    }
}
