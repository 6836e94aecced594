package mcpauth0.diagnose.tls;

import java.time.Duration;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;

/** The certificate does not run out within three weeks; one that is made for less, not within a third of its time. */
public final class CertificateLasts implements Check {

    private static final Duration SOON = Duration.ofDays(21);

    private static final Rule RULE = Rule.should("tls-expires-soon", Specs.CERTIFICATE_VALIDITY);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            var now = seen.scene().now();
            var begin = shown.own().getNotBefore().toInstant();
            var end = shown.own().getNotAfter().toInstant();
            if (end.isBefore(now))
                return new Verdict.NotApplicable("run-out");
            var third = Duration.between(begin, end).dividedBy(3);
            var soon = third.compareTo(SOON) < 0 ? third : SOON;
            var evidence = Dates.until(shown.own()).with("days", Dates.days(now, end));
            return Duration.between(now, end).compareTo(soon) < 0
                    ? RULE.broken(evidence, shown.host(), Dates.day(end), Dates.days(now, end))
                    : new Verdict.Holds(evidence);
        });
    }
}
