package mcpauth0.diagnose.tls;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

public final class CertificateHasBegun implements Check {

    private static final Rule RULE = Rule.must("tls-not-yet-valid", Specs.CERTIFICATE_VALIDITY);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            var now = seen.scene().now();
            var early = shown.early(now).orElse(null);
            if (early == null)
                return new Verdict.Holds(Dates.from(shown.own()));
            var clock = seen.of(ServerClockProbe.SERVER_CLOCK).found().orElse(null);
            if (clock != null && shown.early(clock).isEmpty())
                return new Verdict.Blocked("clock-agreement");
            var begin = early.getNotBefore().toInstant();
            return RULE.broken(Dates.compared(Dates.from(early), now, clock), shown.host(), Dates.day(begin),
                    Dates.days(now, begin));
        });
    }
}
