package mcpauth0.diagnose.login;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.LoginOutcome;

/** Nobody said no: neither the person nor the tenant, for a reason that no other check knows. */
public final class LoginIsGranted implements Check {

    private static final Rule RULE = Rule.must("authz-denied", Specs.AUTHORIZATION_ERRORS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.login().judge(outcome -> {
            if (outcome instanceof LoginOutcome.SignedIn)
                return new Holds(Evidence.NONE);
            var refusal = Refusal.of(outcome).orElse(null);
            if (refusal != null && refusal.cause().settled())
                return new Blocked("login");
            var evidence = refusal == null ? Evidence.NONE : refusal.evidence();
            var story = seen.story().found().orElse(null);
            if (story != null && story.sure())
                return told(story, evidence);
            return refusal == null || refusal.cause() != Refusal.Cause.OTHER
                    ? new Blocked("login")
                    : RULE.broken(story == null ? evidence : evidence.with("log-perhaps", story.shown()),
                            refusal.words(), refusal.error());
        });
    }

    /** The cure is that of what the tenant's log tells. */
    private static Verdict told(LogStory story, Evidence evidence) {
        if (story.cause() == LogCause.CALLBACK_LOST)
            return new Blocked("callback");
        var event = story.event();
        var shown = evidence.with("log", story.shown());
        var broken = RULE.broken(shown, event.words(), event.error());
        return new Verdict.Broken(broken.evidence(), new Remedy.Advice(story.key("cure"), story.values()),
                broken.severity(), broken.values());
    }
}
