package mcpauth0.diagnose.challenge;

import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.ResourceMetadata;

/** A resource does not ask for refresh tokens: whether to want one is the client's affair. */
public final class OfflineAccessIsLeftToClients implements Check {

    private static final Rule RULE = Rule.should("challenge-offline-access-scope", Specs.SCOPES);

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
            var challenged = opening.initialize().challenges().scopes();
            var listed = seen.document().found().map(ResourceMetadata::scopes).orElse(null);
            var evidence = Evidence.in(opening.initialize().exchange(),
                    seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange).orElse(null));
            if (challenged != null)
                evidence = evidence.with("scopes-of-challenge", String.join(" ", challenged));
            if (listed != null)
                evidence = evidence.with("scopes-of-metadata", String.join(" ", listed));
            if (Stream.of(challenged, listed).anyMatch(scopes -> scopes != null && scopes.contains("offline_access")))
                return RULE.broken(evidence);
            if (opening.initialize().status() / 100 == 2)
                return new Blocked("challenge");
            if (opening.initialize().challenges().bearer() == null)
                return new NotApplicable("no-challenge");
            var clean = new Holds(evidence);
            return seen.document().judge(_ -> clean);
        });
    }
}
