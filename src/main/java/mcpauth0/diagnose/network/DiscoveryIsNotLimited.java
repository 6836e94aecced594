package mcpauth0.diagnose.network;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.RegistrationOutcome;

/** Clients ask several addresses within a second when they connect, and none of these requests is one too many. */
public final class DiscoveryIsNotLimited implements Check {

    private static final int TOO_MANY = 429;

    private static final Rule RULE = Rule.may("net-discovery-rate-limited", Specs.TOO_MANY_REQUESTS, "prm-not-found",
            "challenge-pointer-dead", "as-metadata-not-found", "challenge-missing-401");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.REGISTRATION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.opening().judge(opening -> {
            if (!opening.answered())
                return new Verdict.Blocked("connection");
            var asked = Stream.concat(opening.exchanges().stream(), looked(seen)).distinct().toList();
            var refused = asked.stream().filter(one -> one.status() == TOO_MANY).toList();
            if (refused.isEmpty())
                return new Verdict.Holds(Evidence.in(asked).with("requests", String.valueOf(asked.size())));
            var first = refused.getFirst();
            var wait = retryAfter(refused);
            var evidence = Evidence.in(refused).with("address", first.request().url()).with("requests",
                    String.valueOf(asked.size()));
            return RULE.broken(wait.isEmpty() ? evidence : evidence.with("retry-after", wait.getFirst()),
                    first.request().url(), String.valueOf(asked.size()));
        });
    }

    private static Stream<Exchange> looked(Observations seen) {
        return Stream.of(
                seen.resource().found().stream().flatMap(found -> found.all().stream()).map(Fetched::exchange),
                seen.server().found().stream().flatMap(found -> found.all().stream()).map(Fetched::exchange),
                seen.registration().found().stream().flatMap(DiscoveryIsNotLimited::registered))
                .flatMap(one -> one);
    }

    private static Stream<Exchange> registered(RegistrationOutcome outcome) {
        return Stream.ofNullable(switch (outcome) {
            case RegistrationOutcome.Registered(_, var exchange) -> exchange;
            case RegistrationOutcome.Refused(_, _, _, var exchange) -> exchange;
            case RegistrationOutcome.Failed(_, var exchange) -> exchange;
        });
    }

    private static List<String> retryAfter(List<Exchange> refused) {
        return refused.stream().map(Exchange::answer).filter(Objects::nonNull)
                .map(answer -> answer.header("Retry-After")).filter(Objects::nonNull).toList();
    }
}
