package mcpauth0.diagnose.transport;

import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Fetched;

/** Neither the endpoint nor the well-known addresses answer with a web page. */
public final class AnswersAreMessages implements Check {

    private static final Rule RULE = Rule.must("transport-html-answer", Specs.TRANSPORT, "challenge-missing-401",
            "challenge-no-resource-metadata", "prm-not-json", "prm-not-found", "challenge-pointer-dead",
            "rs-rejects-valid-token", "session-empty-tools", "transport-endpoint-not-found",
            "transport-get-hangs-or-500");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.METADATA;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var pages = Stream.concat(opening.exchanges().stream(), metadata(seen)).filter(AnswersAreMessages::page)
                    .toList();
            if (pages.isEmpty())
                return new Holds(Evidence.in(opening.exchanges()));
            var first = pages.getFirst();
            return RULE.broken(
                    Evidence.in(pages).with("address", first.request().url()).with("media-type", "text/html"),
                    first.request().url());
        });
    }

    /** What is looked for until a document is found: behind it, a page hurts nobody. */
    private static Stream<Exchange> metadata(Observations seen) {
        return seen.resource().found().stream().flatMap(found -> {
            var picked = found.picked();
            var end = picked == null ? found.all().size() : found.all().indexOf(picked);
            return found.all().subList(0, end).stream();
        }).map(Fetched::exchange);
    }

    private static boolean page(Exchange exchange) {
        var answer = exchange.answer();
        return answer != null && answer.ok() && answer.mediaType().equals("text/html");
    }
}
