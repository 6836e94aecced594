package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.LoginOutcome;

/** The issuer is in authorization responses where the metadata says that it is. */
public final class AnnouncedIssuerComes implements Check {

    private static final Rule RULE = Rule.should("authz-iss-missing", Specs.ISSUER_IN_RESPONSES, "authz-iss-mismatch");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.login().judge(outcome -> {
            if (outcome instanceof LoginOutcome.IssuerMismatch wrong && wrong.got() == null)
                // Who heeds the announcement throws the answer away.
                return RULE.broken(Severity.ERROR, Evidence.NONE.with("issuer", wrong.expected()), wrong.expected());
            var front = Refusal.front(outcome).orElse(null);
            var callback = front == null ? null : front.callback();
            if (front == null || callback == null)
                return new Blocked("login");
            if (!front.issuerAnnounced() && callback.issuer() == null)
                return new NotApplicable("issuer-not-announced");
            return new Holds(Evidence.NONE.with("issuer", front.issuer()));
        });
    }
}
