package mcpauth0.diagnose.login;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.LoginOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The authorization server said no, and why, as far as its words tell.
 *
 * @param error its code, empty where it gave none
 * @param words its description, or the code again
 */
record Refusal(Cause cause, String error, String words, @Nullable Exchange exchange) {

    /** Reasons that Auth0 words, or a standard, make recognisable. */
    enum Cause {
        RESOURCE_UNKNOWN, NO_GRANT, NO_CONNECTION, RESOURCE_IGNORED, OTHER;

        private static Cause of(String error, String words) {
            var text = words.toLowerCase(Locale.ROOT);
            if (error.equals("invalid_target") || text.contains("service not found")
                    || text.contains("service not enabled within domain"))
                return RESOURCE_UNKNOWN;
            if (text.contains("is not authorized to access resource server"))
                return NO_GRANT;
            if (text.contains("no connections enabled"))
                return NO_CONNECTION;
            return text.contains("userinfo audience is not allowed") ? RESOURCE_IGNORED : OTHER;
        }
    }

    static Optional<Refusal> of(LoginOutcome outcome) {
        return Optional.ofNullable(switch (outcome) {
            case LoginOutcome.Denied denied -> of(denied.error(), denied.description(), null);
            case LoginOutcome.ErrorPage page -> of(page.error(), page.description(), page.exchange());
            case LoginOutcome.TokenRefused refused -> of(refused.error(), refused.description(), refused.exchange());
            case LoginOutcome.SignedIn _,LoginOutcome.IssuerMismatch _,LoginOutcome.NoAnswer _,LoginOutcome.CouldNotOpen _,LoginOutcome.Failed _,LoginOutcome.Cancelled _ ->
                null;
        });
    }

    private static Refusal of(@Nullable String error, @Nullable String description, @Nullable Exchange exchange) {
        var code = error == null ? "" : error;
        var words = description == null || description.isBlank() ? code : description;
        return new Refusal(Cause.of(code, words), code, words, exchange);
    }

    Evidence evidence() {
        return Evidence.in(exchange).with("error", error).with("answer", words);
    }

    /**
     * What the login says about one cause. Where nobody signed in, settings of the tenant that are as they should be are
     * word enough.
     *
     * @param settings what the tenant shows
     */
    static Verdict judge(Observations seen, Cause cause, Evidence settings, Function<Evidence, Verdict> broken) {
        var refusal = seen.login().found().flatMap(Refusal::of).orElse(null);
        if (refusal != null && refusal.cause() == cause)
            return broken.apply(settings.and(refusal.evidence()));
        if (seen.tenant().found().isPresent())
            return new Holds(settings);
        return seen.login().judge(outcome -> outcome instanceof LoginOutcome.SignedIn
                ? new Holds(settings)
                : new Blocked("login"));
    }
}
