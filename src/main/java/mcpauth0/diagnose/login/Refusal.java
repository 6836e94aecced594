package mcpauth0.diagnose.login;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.AuthorizationProbe;
import mcpauth0.oauth.FrontChannel;
import mcpauth0.oauth.LoginOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The authorization server said no, and why, as far as its words tell.
 *
 * @param error its code, empty where it gave none
 * @param words its description, or the code again
 */
record Refusal(Cause cause, String error, String words, @Nullable Exchange exchange) {

    /** Reasons that Auth0 or other well-known servers word, or a standard makes, recognisable. */
    enum Cause {
        RESOURCE_UNKNOWN, NO_GRANT, NO_CONNECTION, RESOURCE_IGNORED, UNKNOWN_CLIENT, CALLBACK, SCOPE, ORGANIZATION, PARAMETER,
        /** The token endpoint did not recognise the client. */
        CLIENT,
        /** The token endpoint does not take a form. */
        FORM,
        /** The token endpoint has a defect. */
        DEFECT, OTHER;

        private static final Pattern BAD_PARAMETER = Pattern.compile("(?i)AADSTS9010010"
                + "|parameter \\S+ is not (supported|allowed)|(unknown|unsupported|unrecogni[sz]ed|unexpected) parameter");
        private static final Pattern WANTS_JSON = Pattern.compile("(?i)application/json|content[- ]type");

        /** Whether the check of that cause says all that the tenant's log could. */
        boolean settled() {
            return switch (this) {
                case RESOURCE_UNKNOWN, NO_GRANT, NO_CONNECTION, RESOURCE_IGNORED -> true;
                case UNKNOWN_CLIENT, CALLBACK, SCOPE, ORGANIZATION, PARAMETER, CLIENT, FORM, DEFECT, OTHER -> false;
            };
        }

        private static Cause of(String error, String words) {
            var text = words.toLowerCase(Locale.ROOT);
            if (error.equals("invalid_target") || text.contains("service not found")
                    || text.contains("service not enabled within domain"))
                return RESOURCE_UNKNOWN;
            if (text.contains("is not authorized to access resource server"))
                return NO_GRANT;
            if (text.contains("no connections enabled"))
                return NO_CONNECTION;
            if (text.contains("userinfo audience is not allowed"))
                return RESOURCE_IGNORED;
            if (error.equals("invalid_scope"))
                return SCOPE;
            if (error.equals("invalid_redirect_uri") || AuthorizationProbe.refusesCallback(words))
                return CALLBACK;
            if (error.equals("invalid_client") || AuthorizationProbe.unknownClient(words))
                return UNKNOWN_CLIENT;
            if (text.contains("parameter organization"))
                return ORGANIZATION;
            return BAD_PARAMETER.matcher(words).find() ? PARAMETER : OTHER;
        }

        private static Cause ofToken(int status, String error, String words) {
            if (status >= 500 || status < 300)
                return DEFECT;
            if (status == 415 || WANTS_JSON.matcher(words).find())
                return FORM;
            return error.equals("invalid_client") || status == 401 ? CLIENT : of(error, words);
        }
    }

    static Optional<Refusal> of(LoginOutcome outcome) {
        return Optional.ofNullable(switch (outcome) {
            case LoginOutcome.Denied denied -> of(denied.error(), denied.description(), null);
            case LoginOutcome.ErrorPage page -> of(page.error(), page.description(), page.exchange());
            case LoginOutcome.TokenRefused refused -> ofToken(refused);
            case LoginOutcome.SignedIn _,LoginOutcome.IssuerMismatch _,LoginOutcome.NoAnswer _,LoginOutcome.CouldNotOpen _,LoginOutcome.Failed _,LoginOutcome.Cancelled _ ->
                null;
        });
    }

    private static Refusal of(@Nullable String error, @Nullable String description, @Nullable Exchange exchange) {
        var code = error == null ? "" : error;
        var words = description == null || description.isBlank() ? code : description;
        return new Refusal(Cause.of(code, words), code, words, exchange);
    }

    private static Refusal ofToken(LoginOutcome.TokenRefused refused) {
        var same = of(refused.error(), refused.description(), refused.exchange());
        return new Refusal(Cause.ofToken(refused.status(), same.error, same.words), same.error, same.words,
                same.exchange);
    }

    /** What a request that nobody's browser carried was refused for. */
    static Optional<Refusal> of(AuthorizationProbe asked) {
        return switch (asked.answer()) {
            case ERROR_TO_CALLBACK, ERROR_PAGE ->
                Optional.of(of(asked.error(), asked.description(), asked.exchange()));
            case GOES_ON, GIVES_CODE, NONE -> Optional.empty();
        };
    }

    /** Whether the server had nothing against client and callback, which it judges first (RFC 6749 §4.1.2.1). */
    boolean afterTheCallback() {
        return switch (cause) {
            case RESOURCE_UNKNOWN, NO_GRANT, NO_CONNECTION, RESOURCE_IGNORED, SCOPE, ORGANIZATION, PARAMETER -> true;
            case UNKNOWN_CLIENT, CALLBACK, CLIENT, FORM, DEFECT, OTHER -> false;
        };
    }

    /** What went through the person's browser; empty where nobody was sent there. */
    static Optional<FrontChannel> front(LoginOutcome outcome) {
        return Optional.ofNullable(switch (outcome) {
            case LoginOutcome.SignedIn in -> in.front();
            case LoginOutcome.Denied denied -> denied.front();
            case LoginOutcome.IssuerMismatch wrong -> wrong.front();
            case LoginOutcome.ErrorPage page -> page.front();
            case LoginOutcome.NoAnswer none -> none.front();
            case LoginOutcome.TokenRefused refused -> refused.front();
            case LoginOutcome.Failed failed -> failed.front();
            case LoginOutcome.CouldNotOpen _,LoginOutcome.Cancelled _ -> null;
        });
    }

    /** Where the login wanted to come back to. */
    static Optional<String> callback(LoginOutcome outcome) {
        return front(outcome).map(FrontChannel::redirectUri);
    }

    /** Whether the authorization request was taken, so that something came back for the person. */
    static boolean taken(LoginOutcome outcome) {
        return switch (outcome) {
            case LoginOutcome.SignedIn _,LoginOutcome.TokenRefused _,LoginOutcome.IssuerMismatch _ -> true;
            case LoginOutcome.Failed failed -> failed.front() != null;
            case LoginOutcome.Denied _,LoginOutcome.ErrorPage _,LoginOutcome.NoAnswer _,LoginOutcome.CouldNotOpen _,LoginOutcome.Cancelled _ ->
                false;
        };
    }

    /** What the login alone says about one cause. */
    static Verdict observed(Observations seen, Cause cause, Function<Refusal, Verdict> broken) {
        return seen.login().judge(outcome -> {
            var refusal = of(outcome).orElse(null);
            if (refusal != null && refusal.cause() == cause)
                return broken.apply(refusal);
            return taken(outcome) ? new Holds(Evidence.NONE) : new Blocked("login");
        });
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
