package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Fetched;

/** No address that clients try before the right one answers with a server error, which ends the search of several. */
public final class EarlierAddressesDoNotFail implements Check {

    private static final Rule RULE = Rule.should("as-5xx-aborts", Specs.SERVER_METADATA, "as-metadata-not-found");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.server().judge(found -> {
            for (var one : found.all()) {
                if (one.document() != null)
                    break;
                var status = one.exchange().status();
                if (status >= 500)
                    return RULE.broken(Evidence.in(one.exchange()).with("address", one.candidate().url())
                            .with("status", String.valueOf(status)), one.candidate().url(), String.valueOf(status));
            }
            return new Holds(Evidence.in(found.all().stream().map(Fetched::exchange).toList()));
        });
    }
}
