package mcpauth0.diagnose.metadata;

import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Discovery;

/** What every client needs stands in the metadata; some will not even read a document that lacks one of these. */
public final class MetadataIsComplete implements Check {

    private static final Rule RULE = Rule.must("as-metadata-incomplete", Specs.KEYS, "token-endpoint-error");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var missing = Stream.of("issuer", "authorization_endpoint", "token_endpoint", "response_types_supported")
                    .filter(field -> !metadata.raw().hasNonNull(field)).toList();
            var evidence = Shown.metadata(seen);
            return missing.isEmpty()
                    ? new Holds(evidence)
                    : RULE.broken(evidence.with("missing", String.join(", ", missing)), String.join(", ", missing),
                            seen.server().found().map(Discovery.Server::issuer).orElse(""));
        });
    }
}
