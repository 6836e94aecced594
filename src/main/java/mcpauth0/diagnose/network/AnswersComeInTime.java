package mcpauth0.diagnose.network;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.network.Pace.Lap;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.RegistrationOutcome;

/** What a client asks when it connects is answered before it gives up. */
public final class AnswersComeInTime implements Check {

    private static final Rule RULE = Rule.must("net-slow-endpoint", Specs.CLAUDE_NETWORK, "net-unreachable");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SIGN_IN;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(PaceProbe.PACE).judge(pace -> {
            var patience = seen.scene().patience();
            var slowest = Stream.concat(pace.laps().stream(), once(seen)).max(Comparator.comparing(Lap::took))
                    .orElse(null);
            if (slowest == null || neverAnswers(slowest))
                return new Verdict.Blocked("connection");
            var evidence = evidence(slowest);
            if (!slowest.gaveUp() && slowest.took().compareTo(patience.slow()) <= 0)
                return new Verdict.Holds(evidence);
            var lost = slowest.took().compareTo(patience.lost()) >= 0;
            var again = slowest.again();
            return RULE.broken(lost ? Severity.ERROR : Severity.WARNING, evidence, slowest.first().request().url(),
                    seconds(slowest.took()), again == null ? "–" : seconds(Lap.took(again)),
                    seconds(patience.lost()));
        });
    }

    /** Not even the second time, and the first call at that: then the server cannot be reached, which others say. */
    private static boolean neverAnswers(Lap lap) {
        var again = lap.again();
        return lap.gaveUp() && again != null && again.answer() == null && lap.first().request().method().equals("POST");
    }

    /** What is not asked again: a second client, and a second token for the same code. */
    private static Stream<Lap> once(Observations seen) {
        var registered = seen.registration().found().map(outcome -> switch (outcome) {
            case RegistrationOutcome.Registered(_, var exchange) -> exchange;
            case RegistrationOutcome.Refused(_, _, _, var exchange) -> exchange;
            case RegistrationOutcome.Failed(_, var exchange) -> exchange;
        });
        var token = seen.login().found().filter(LoginOutcome.SignedIn.class::isInstance)
                .map(outcome -> ((LoginOutcome.SignedIn) outcome).tokens().exchange());
        return Stream.of(registered, token).flatMap(one -> one.stream()).map(one -> new Lap(one, null));
    }

    private static Evidence evidence(Lap lap) {
        var evidence = Evidence.in(lap.first(), lap.again()).with("address", lap.first().request().url())
                .with("first-try", timed(lap.first()));
        var again = lap.again();
        return again == null ? evidence : evidence.with("second-try", timed(again));
    }

    private static String timed(Exchange exchange) {
        return (exchange.answer() == null ? "– " : "") + exchange.timing().total() + " ms (DNS "
                + exchange.timing().dns() + ", connect " + exchange.timing().connect() + ", TLS "
                + exchange.timing().tls() + ", wait " + exchange.timing().waiting() + ")";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
