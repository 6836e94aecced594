package mcpauth0.diagnose.token;

import java.time.Duration;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import org.jspecify.annotations.Nullable;

/** The token lasts long enough to be used, and not so long that a lost one is a danger for days. */
public final class LifetimeIsReasonable implements Check {

    private static final Rule RULE = Rule.should("token-lifetime-odd", Specs.REFRESH);

    private static final long SHORTEST = 5 * 60;
    private static final long LONGEST = 24 * 60 * 60;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> {
            var seconds = lifetime(token);
            if (seconds == null)
                return new NotApplicable("no-lifetime");
            var evidence = Facts.of(token).with("expires-in", String.valueOf(seconds));
            return seconds < SHORTEST || seconds > LONGEST
                    ? RULE.broken(evidence, String.valueOf(Math.max(1, seconds / 60)))
                    : new Holds(evidence);
        });
    }

    /** In seconds. */
    private static @Nullable Long lifetime(Token token) {
        var given = token.given();
        if (given != null && given.expiresIn() != null)
            return given.expiresIn();
        var begins = token.access().issuedAt();
        var ends = token.access().expires();
        return begins == null || ends == null ? null : Long.valueOf(Duration.between(begins, ends).toSeconds());
    }
}
