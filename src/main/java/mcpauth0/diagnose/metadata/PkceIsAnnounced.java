package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;

public final class PkceIsAnnounced implements Check {

    private static final Rule RULE = Rule.must("as-pkce-not-advertised", Specs.PKCE);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var methods = metadata.challengeMethods();
            var evidence = at(seen).with("challenge-methods", methods == null ? "" : String.join(", ", methods));
            return metadata.s256()
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(metadata.issuer()));
        });
    }

    private static Evidence at(Observations seen) {
        return Evidence.in(seen.server().found().map(Discovery.Server::picked).map(Fetched::exchange).orElse(null));
    }
}
