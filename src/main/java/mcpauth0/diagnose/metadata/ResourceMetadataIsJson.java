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

public final class ResourceMetadataIsJson implements Check {

    private static final Rule RULE = Rule.must("prm-not-json", Specs.RESOURCE_METADATA_ANSWER);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.resource().judge(found -> {
            for (var one : found.all()) {
                var answer = one.exchange().answer();
                if (answer == null || !answer.ok())
                    continue;
                var evidence = Evidence.in(one.exchange()).with("address", one.candidate().url()).with("media-type",
                        answer.mediaType());
                if (one.document() == null)
                    return RULE.broken(evidence, one.candidate().url(), answer.mediaType());
                if (marked(answer.body()))
                    return RULE.broken(Severity.WARNING, evidence, one.candidate().url(), "UTF-8 BOM");
                var typed = answer.mediaType().equals("application/json") || answer.mediaType().endsWith("+json");
                return typed
                        ? new Holds(evidence)
                        : RULE.broken(Severity.WARNING, evidence, one.candidate().url(), answer.mediaType());
            }
            return new Blocked("resource-metadata");
        });
    }

    /** Whether it begins with a byte order mark, at which strict readers stop (RFC 8259 §8.1). */
    private static boolean marked(byte[] body) {
        return body.length > 2 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb && (body[2] & 0xff) == 0xbf;
    }
}
