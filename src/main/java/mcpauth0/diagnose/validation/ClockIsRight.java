package mcpauth0.diagnose.validation;

import java.time.Duration;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.http.Redaction;

/**
 * The server's clock is that of the world: by it tokens begin and end. Its {@code Date} is compared with this machine's
 * clock and with that of the authorization server, so that a wrong clock here accuses nobody. What stands before a server
 * may write that line, so a good token that is refused for its time tells as well.
 */
public final class ClockIsRight implements Check {

    private static final Rule RULE = Rule.should("rs-clock-skew", Specs.TOKEN_TIMES, "rs-rejects-valid-token");

    private static final long MOST_SECONDS = 60;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        var refused = Complaint.aboutTheGoodToken(seen).filter(Complaint::ofTime);
        if (refused.isPresent()) {
            var words = Redaction.line(refused.get().words());
            return RULE.broken(Severity.ERROR, seen.conversation().found()
                    .map(talk -> Evidence.in(Complaint.answer(talk).exchange())).orElse(Evidence.NONE)
                    .with("answer", words), words);
        }
        return seen.answered().judge(opening -> {
            var exchange = opening.initialize().exchange();
            var server = Clocks.ahead(exchange);
            if (server.isEmpty())
                return new NotTestableFromHere("no-date");
            var seconds = server.get().toSeconds();
            var referee = Clocks.issuerAhead(seen).map(Duration::toSeconds);
            var evidence = Evidence.in(exchange).with("clock-ahead", String.valueOf(seconds));
            if (referee.isPresent())
                evidence = evidence.with("issuer-clock-ahead", String.valueOf(referee.get()));
            var wrong = Math.abs(seconds) > MOST_SECONDS
                    && referee.filter(other -> Math.abs(seconds - other) <= MOST_SECONDS).isEmpty();
            if (wrong)
                return RULE.broken(evidence, String.valueOf(seconds));
            // The line may be that of somebody in front; only a token that is taken shows the server's own clock.
            var right = new Holds(evidence);
            return seen.conversation().judge(talk -> talk.accepted() ? right : new Blocked("session"));
        });
    }
}
