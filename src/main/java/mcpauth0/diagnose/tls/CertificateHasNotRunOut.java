package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

public final class CertificateHasNotRunOut implements Check {

    private static final Rule RULE = Rule.must("tls-expired", Specs.CERTIFICATE_VALIDITY);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            var now = seen.scene().now();
            var ended = shown.ended(now).orElse(null);
            if (ended == null)
                return new Verdict.Holds(Dates.until(shown.own()));
            var clock = seen.of(ServerClockProbe.SERVER_CLOCK).found().orElse(null);
            if (clock != null && shown.ended(clock).isEmpty())
                return new Verdict.Blocked("clock-agreement");
            var end = ended.getNotAfter().toInstant();
            return RULE.broken(Dates.compared(Dates.until(ended), now, clock), shown.host(), Dates.day(end),
                    Dates.days(end, now));
        });
    }
}
