package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.FrontChannel;

/** After the consent the browser comes back with GET: a 307 makes it send the consent form to the client. */
public final class ConsentSendsBackByGet implements Check {

    private static final Rule RULE = Rule.must("authz-consent-redirect-307", Specs.REDIRECT_307);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.login().judge(outcome -> Refusal.front(outcome).map(FrontChannel::callback)
                .map(callback -> callback.posted() ? RULE.broken(Evidence.NONE) : new Holds(Evidence.NONE))
                .orElseGet(() -> new Blocked("login")));
    }
}
