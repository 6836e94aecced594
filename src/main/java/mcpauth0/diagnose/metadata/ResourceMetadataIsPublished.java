package mcpauth0.diagnose.metadata;

import java.util.stream.Collectors;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Fetched;
import mcpauth0.oauth.WellKnown;

public final class ResourceMetadataIsPublished implements Check {

    private static final Rule RULE = Rule.must("prm-not-found", Specs.RESOURCE_METADATA, "challenge-pointer-dead");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.resource().judge(found -> {
            var statuses = found.all().stream()
                    .map(one -> one.candidate().url() + " " + one.exchange().status())
                    .collect(Collectors.joining(", "));
            var exchanges = found.all().stream().map(Fetched::exchange).toList();
            var evidence = Evidence.in(exchanges).with("looked-at", statuses);
            if (exchanges.stream().anyMatch(one -> one.status() / 100 == 2))
                return new Holds(evidence);
            if (exchanges.stream().allMatch(one -> one.answer() == null))
                return new Blocked("connection");
            return RULE.broken(evidence, WellKnown.resource(seen.scene().target()).getFirst().url(),
                    seen.scene().target().value());
        });
    }
}
