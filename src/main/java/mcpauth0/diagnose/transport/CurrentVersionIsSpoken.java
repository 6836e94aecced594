package mcpauth0.diagnose.transport;

import java.util.Set;
import java.util.regex.Pattern;
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
import mcpauth0.oauth.mcp.Era;
import mcpauth0.oauth.mcp.McpAnswer;
import org.jspecify.annotations.Nullable;

/** One of the current versions works. A server that refuses one that it does not know does as it must. */
public final class CurrentVersionIsSpoken implements Check {

    private static final Rule RULE = Rule.must("transport-version-rejected", Specs.VERSIONS, "rs-rejects-valid-token",
            "session-empty-tools");

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
        return Replies.eras(seen).judge(eras -> {
            var evidence = Evidence.in(eras.modern().exchange(), eras.legacy().exchange());
            var answered = version(eras.legacy());
            if (answered != null)
                return DEFINED.contains(answered)
                        ? new Holds(evidence.with("version", answered))
                        : RULE.broken(evidence.with("version", answered), answered);
            if (eras.speaks(Era.MODERN))
                return new Holds(evidence.with("version", Era.MODERN.version()));
            var refused = Stream.of(eras.legacy(), eras.modern()).filter(CurrentVersionIsSpoken::refusesVersion)
                    .findFirst().orElse(null);
            if (refused == null)
                return new Blocked("session");
            var error = refused.error();
            var words = error == null ? "" : error.path("message").asText();
            return RULE.broken(evidence.with("answer", words), words);
        });
    }

    private static final Set<String> DEFINED = Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25",
            "2026-07-28");
    private static final Pattern WORDS = Pattern.compile("(?i)protocol.?version|unsupported version");

    /** What {@code initialize} was answered with; null where it was not accepted. */
    private static @Nullable String version(McpAnswer answer) {
        var result = answer.result();
        return result == null ? null : result.path("protocolVersion").asText();
    }

    private static boolean refusesVersion(McpAnswer answer) {
        var error = answer.error();
        return answer.status() == 400 && error != null && WORDS.matcher(error.path("message").asText()).find();
    }
}
