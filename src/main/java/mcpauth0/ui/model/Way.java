package mcpauth0.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The way of a connection, as far as it has been gone.
 *
 * @param begun the last station that was begun, null before the first
 * @param ended whether nothing more will be found
 */
public record Way(@Nullable Station begun, List<Finding> findings, boolean ended) {

    public static final Way UNTRODDEN = new Way(null, List.of(), false);

    public Way {
        findings = List.copyOf(findings);
    }

    public static Way of(List<Finding> findings) {
        return new Way(Station.SESSION, findings, true);
    }

    /** Probes run beside each other; the station that is furthest counts. */
    public Way beginning(Station station) {
        return begun != null && begun.compareTo(station) > 0 ? this : new Way(station, findings, ended);
    }

    public Way finding(Finding finding) {
        return new Way(begun, Stream.concat(findings.stream(), Stream.of(finding)).toList(), ended);
    }

    public Mark mark(Station station) {
        var here = findings.stream().filter(finding -> finding.rule().station() == station).toList();
        if (here.stream().anyMatch(finding -> breaks(finding, Rule.Severity.ERROR)))
            return Mark.BROKEN;
        if (!ended && station == begun)
            return Mark.RUNNING;
        if (here.stream().anyMatch(finding -> breaks(finding, Rule.Severity.WARNING)))
            return Mark.LOOK;
        if (here.stream().anyMatch(Way::hidden))
            return Mark.UNSEEN;
        if (here.stream().anyMatch(finding -> finding.verdict() instanceof Verdict.Holds))
            return Mark.GOOD;
        if (ended)
            return Mark.UNSEEN;
        return begun != null && station.compareTo(begun) < 0 ? Mark.RUNNING : Mark.TO_DO;
    }

    /** How many checks of the station have a verdict that was seen. */
    public long judged(Station station) {
        return findings.stream().filter(finding -> finding.rule().station() == station)
                .filter(finding -> finding.broken() || finding.verdict() instanceof Verdict.Holds).count();
    }

    /** What is broken or to be looked at so far, in the order in which it was found. */
    public List<Finding> troubles() {
        return findings.stream().filter(
                finding -> breaks(finding, Rule.Severity.ERROR) || breaks(finding, Rule.Severity.WARNING)).toList();
    }

    public List<Mark> marks() {
        return Arrays.stream(Station.values()).map(this::mark).collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean breaks(Finding finding, Rule.Severity severity) {
        return finding.causedBy() == null
                && finding.verdict() instanceof Verdict.Broken broken && broken.severity() == severity;
    }

    /** In the way of a judgement: nothing was seen, or what was seen is the consequence of something earlier. */
    private static boolean hidden(Finding finding) {
        return switch (finding.verdict()) {
            case Verdict.Blocked _ -> finding.rule().severity() != Rule.Severity.INFO;
            case Verdict.Broken broken -> finding.causedBy() != null && broken.severity() != Rule.Severity.INFO;
            case Verdict.Holds _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ -> false;
        };
    }
}
