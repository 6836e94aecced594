package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.LoginOutcome;

public final class AnswerIsOfTheIssuer implements Check {

    private static final Rule RULE = Rule.must("authz-iss-mismatch", Specs.ISSUER_IN_RESPONSES);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.login().judge(outcome -> switch (outcome) {
            case LoginOutcome.IssuerMismatch wrong -> {
                var got = wrong.got();
                if (got == null)
                    yield new Blocked("issuer-in-answer");
                yield RULE.broken(Evidence.NONE.with("issuer", wrong.expected()).with("issuer-of-answer", got),
                        wrong.expected(), got);
            }
            case LoginOutcome.SignedIn in -> new Holds(Evidence.NONE.with("issuer", in.front().issuer()));
            case LoginOutcome.Denied denied -> new Holds(Evidence.NONE.with("issuer", denied.front().issuer()));
            case LoginOutcome.TokenRefused refused ->
                new Holds(Evidence.NONE.with("issuer", refused.front().issuer()));
            case LoginOutcome.ErrorPage _,LoginOutcome.NoAnswer _,LoginOutcome.CouldNotOpen _,LoginOutcome.Failed _,LoginOutcome.Cancelled _ ->
                new Blocked("login");
        });
    }
}
