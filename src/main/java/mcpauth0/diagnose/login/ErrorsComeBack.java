package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;

/**
 * An error of the authorization request is told to the client. Auth0 keeps those of strict third-party clients on a page
 * of its own on purpose; that is no fault.
 */
public final class ErrorsComeBack implements Check {

    private static final Rule RULE = Rule.may("authz-error-not-redirected", Specs.AUTHORIZATION_ERRORS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SESSION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(AskingProbe.ASKING).judge(asking -> {
            var strange = asking.strange();
            if (strange == null)
                return seen.unasked("login");
            var evidence = Evidence.in(strange.exchange()).with("answer", String.valueOf(strange.description()));
            return switch (strange.answer()) {
                case ERROR_TO_CALLBACK -> new Holds(evidence);
                case GOES_ON, GIVES_CODE -> new NotTestableFromHere("no-error-came");
                case NONE -> new Blocked("answer");
                case ERROR_PAGE -> seen.strictClient()
                        ? new NotApplicable("errors-kept")
                        : RULE.broken(evidence, String.valueOf(strange.description()));
            };
        });
    }
}
