package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The address sends nobody to another host: there, no client shows its token. */
public final class AddressStaysAtItsHost implements Check {

    private static final Rule RULE = Rule.must("transport-cross-host-redirect", Specs.REDIRECTS,
            "transport-redirect-drops-auth", "challenge-missing-401", "challenge-no-resource-metadata",
            "transport-endpoint-not-found", "rs-rejects-valid-token", "session-empty-tools", "cors-preflight-401");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.opening().judge(opening -> {
            if (!opening.answered())
                return new Blocked("connection");
            for (var one : opening.first().way()) {
                var next = FirstCallProbe.sentTo(one.exchange());
                if (next.isPresent() && !next.get().host().equalsIgnoreCase(one.call().server().host()))
                    return RULE.broken(
                            Evidence.in(one.exchange()).with("status", String.valueOf(one.status())).with("location",
                                    next.get().value()),
                            one.call().server().value(), next.get().value());
            }
            return new Holds(Evidence.in(opening.first().typed().exchange()));
        });
    }
}
