package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.Fetched;

/** The metadata is there for those who have no token yet. */
public final class MetadataIsOpenToAll implements Check {

    private static final Rule RULE = Rule.must("prm-behind-auth", Specs.RESOURCE_METADATA_ANSWER, "prm-not-found",
            "challenge-pointer-dead");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.resource().judge(found -> {
            var picked = found.picked();
            var looked = picked == null ? found.all() : found.all().subList(0, found.all().indexOf(picked));
            var exchanges = found.all().stream().map(Fetched::exchange).toList();
            if (exchanges.stream().allMatch(one -> one.answer() == null))
                return new Blocked("connection");
            var closed = looked.stream().filter(one -> asks(one.exchange())).findFirst().orElse(null);
            if (closed == null)
                return new Holds(Evidence.in(exchanges));
            return RULE.broken(picked == null ? Severity.ERROR : Severity.WARNING,
                    Evidence.in(closed.exchange()).with("address", closed.candidate().url()).with("status",
                            String.valueOf(closed.exchange().status())),
                    closed.candidate().url(), String.valueOf(closed.exchange().status()));
        });
    }

    private static boolean asks(Exchange exchange) {
        return exchange.status() == 401 || exchange.status() == 403 || exchange.status() == 407;
    }
}
