package mcpauth0.diagnose.transport;

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

/** A notification, which wants no answer, is answered with 202 alone. */
public final class NotificationsAreTaken implements Check {

    private static final Rule RULE = Rule.may("transport-notification-not-202", Specs.TRANSPORT_2025);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.VALIDATION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.conversation().judge(talk -> {
            var notified = talk.asides().notified();
            if (notified == null)
                return talk.accepted() ? new NotApplicable("no-handshake") : new Blocked("session");
            if (notified.status() == 0)
                return new Blocked("answer");
            var evidence = Evidence.in(notified.exchange()).with("status", String.valueOf(notified.status()));
            return notified.status() == 202
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(notified.status()));
        });
    }
}
