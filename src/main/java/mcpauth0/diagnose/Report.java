package mcpauth0.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mcpauth0.http.Exchange;
import mcpauth0.setup.McpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Everything one run found. The writers of {@code export} turn it into text; the page shows it.
 *
 * @param findings one per check, in the order of the way of a connection
 * @param clients what the known clients would meet, from the same observations
 * @param spellings the server's address in all its places
 * @param token what came of the sign-in, in words; empty where nobody signed in
 */
public record Report(McpUrl target, Instant started, Duration took, List<Finding> findings, List<Prediction> clients,
        List<Spelling> spellings, List<Exchange> exchanges, List<Sentence> token) {

    /**
     * One check and its verdict.
     *
     * @param causedBy id of the broken check that brought it about, if any
     * @param example where it is broken, what is right on the wire, with this server's own values
     */
    public record Finding(Rule rule, Verdict verdict, @Nullable String causedBy, @Nullable String example) {

        public Finding(Rule rule, Verdict verdict, @Nullable String causedBy) {
            this(rule, verdict, causedBy, null);
        }

        /** The same, as the consequence of another. */
        public Finding causedBy(@Nullable String id) {
            return new Finding(rule, verdict, id, example);
        }

        public boolean broken() {
            return verdict instanceof Verdict.Broken;
        }
    }

    /**
     * What a client would meet.
     *
     * @param verdict {@code connects}, {@code fails} or {@code unknown}
     * @param failsAt id of the check that stops it
     */
    public record Prediction(String client, String verdict, @Nullable String failsAt) {
    }

    /** Something told, as a text with its values. */
    public record Sentence(String key, List<String> values) {
        public Sentence {
            values = List.copyOf(values);
        }
    }

    /** The whole in one word. */
    public enum Overall {
        HEALTHY, WARNINGS, BROKEN, INCONCLUSIVE
    }

    public Report {
        findings = List.copyOf(findings);
        clients = List.copyOf(clients);
        spellings = List.copyOf(spellings);
        exchanges = List.copyOf(exchanges);
        token = List.copyOf(token);
    }

    /** One of a run without a sign-in. */
    public Report(McpUrl target, Instant started, Duration took, List<Finding> findings, List<Prediction> clients,
            List<Spelling> spellings, List<Exchange> exchanges) {
        this(target, started, took, findings, clients, spellings, exchanges, List.of());
    }

    /** Broken at error level wins; then blocked; then warnings; advice never counts. */
    public Overall overall() {
        var worst = Overall.HEALTHY;
        for (var finding : findings) {
            var one = switch (finding.verdict()) {
                case Verdict.Broken(_, _, var severity, _) -> switch (severity) {
                    case ERROR -> Overall.BROKEN;
                    case WARNING -> Overall.WARNINGS;
                    case INFO -> Overall.HEALTHY;
                };
                case Verdict.Blocked _ ->
                    finding.rule().severity() == Rule.Severity.INFO ? Overall.HEALTHY : Overall.INCONCLUSIVE;
                case Verdict.Holds _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ -> Overall.HEALTHY;
            };
            if (rank(one) > rank(worst))
                worst = one;
        }
        return worst;
    }

    private static int rank(Overall overall) {
        return switch (overall) {
            case HEALTHY -> 0;
            case WARNINGS -> 1;
            case INCONCLUSIVE -> 2;
            case BROKEN -> 3;
        };
    }

    /** The broken ones that are nobody else's consequence, worst first. */
    public List<Finding> causes() {
        return findings.stream().filter(Finding::broken).filter(finding -> finding.causedBy() == null)
                .sorted(java.util.Comparator.comparing(finding -> ((Verdict.Broken) finding.verdict()).severity()))
                .toList();
    }
}
