package mcpauth0.diagnose.transport;

import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;

/** A client names JSON and event streams, in either order, and gets one of them. */
public final class EitherFormMayBeAccepted implements Check {

    private static final Rule RULE = Rule.must("transport-accept-406", Specs.TRANSPORT, "challenge-missing-401",
            "challenge-no-resource-metadata", "rs-rejects-valid-token", "session-empty-tools");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.VALIDATION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var usual = Stream
                    .concat(Stream.of(opening.initialize()),
                            seen.conversation().found().stream()
                                    .flatMap(talk -> Stream.of(talk.eras().legacy(), talk.eras().modern())))
                    .filter(answer -> answer.status() == 406).findFirst();
            if (usual.isPresent())
                return broken(Severity.ERROR, usual.get());
            return seen.conversation().judge(talk -> {
                var streamed = talk.asides().streamed();
                if (streamed == null)
                    return new Blocked("session");
                return streamed.status() == 406
                        ? broken(Severity.WARNING, streamed)
                        : new Holds(Evidence.in(streamed.exchange()).with("status",
                                String.valueOf(streamed.status())));
            });
        });
    }

    private static Verdict broken(Severity severity, McpAnswer refused) {
        var accepted = String.valueOf(refused.call().request().header("Accept"));
        return RULE.broken(severity, Evidence.in(refused.exchange()).with("sent", accepted), accepted);
    }
}
