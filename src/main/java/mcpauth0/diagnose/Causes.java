package mcpauth0.diagnose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.auth0.Steps;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.plan.Step;
import org.jspecify.annotations.Nullable;

/** Tells causes from consequences, and brings the findings into the order in which people should read them. */
final class Causes {

    private final Map<String, Rule> rules;
    private final Map<String, Station> certainAt;
    private final List<String> steps;

    Causes() {
        this(Checks.all().stream().map(Check::rule).toList(),
                Checks.all().stream().collect(Collectors.toMap(check -> check.rule().id(), Check::certainAt)),
                Steps.all().stream().map(Step::id).toList());
    }

    /** @param steps ids in the order of applying */
    Causes(List<Rule> rules, List<String> steps) {
        this(rules, rules.stream().collect(Collectors.toMap(Rule::id, Rule::station)), steps);
    }

    private Causes(List<Rule> rules, Map<String, Station> certainAt, List<String> steps) {
        this.rules = rules.stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        this.certainAt = certainAt;
        this.steps = List.copyOf(steps);
    }

    /** Ids of everything that a failure brings with it, directly or by way of another. */
    Set<String> closure(String id) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            var rule = rules.get(open.poll());
            if (rule != null)
                rule.explains().stream().filter(found::add).forEach(open::add);
        }
        return found;
    }

    /**
     * @param judged in the order of the way of a connection
     * @return the same with their causes: broken causes first, those that a step cures in the order of the steps
     */
    List<Finding> of(List<Finding> judged) {
        var explained = judged.stream().map(finding -> finding.broken() ? explain(finding, judged) : finding).toList();
        var causes = explained.stream().filter(Finding::broken).filter(finding -> finding.causedBy() == null).toList();
        return order(each(explained, causes));
    }

    /** A broken finding with the first cause of it that has none itself. */
    private Finding explain(Finding finding, List<Finding> judged) {
        var id = finding.rule().id();
        var above = judged.stream().filter(Finding::broken)
                .filter(other -> closure(other.rule().id()).contains(id) && !other.rule().id().equals(id)).toList();
        return above.stream()
                .filter(other -> above.stream()
                        .noneMatch(third -> closure(third.rule().id()).contains(other.rule().id())))
                .findFirst().filter(cause -> !needsItsOwnStep(finding, cause))
                .map(cause -> finding.causedBy(cause.rule().id()))
                .orElse(finding);
    }

    /** Whether curing the cause by its step would leave the finding to another step, which people must see as well. */
    private static boolean needsItsOwnStep(Finding finding, Finding cause) {
        var own = step(finding);
        return own.isPresent() && step(cause).isPresent() && !own.equals(step(cause));
    }

    /** Each step is named once; what could not be seen is given to what stands in the way. */
    private List<Finding> each(List<Finding> explained, List<Finding> causes) {
        var firstOfStep = new HashMap<String, String>();
        causes.forEach(finding -> step(finding)
                .ifPresent(step -> firstOfStep.putIfAbsent(step, finding.rule().id())));
        var result = new ArrayList<Finding>();
        for (var finding : explained)
            result.add(switch (finding.verdict()) {
                case Verdict.Broken broken -> step(finding).map(step -> once(finding, broken, firstOfStep.get(step)))
                        .orElse(finding);
                case Verdict.Blocked _ -> finding.causedBy(inTheWay(finding, causes));
                case Verdict.Holds _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ -> finding;
            });
        return result;
    }

    private static Finding once(Finding finding, Verdict.Broken broken, @Nullable String first) {
        var id = finding.rule().id();
        if (id.equals(first))
            return finding;
        var advised = new Verdict.Broken(broken.evidence(),
                new Remedy.Advice("check." + id + ".cure", broken.values()), broken.severity(), broken.values());
        return new Finding(finding.rule(), advised, finding.causedBy() == null ? first : finding.causedBy());
    }

    /** What explains it; else the worst and nearest cause at or before the station where it would have been certain. */
    private @Nullable String inTheWay(Finding blocked, List<Finding> causes) {
        var id = blocked.rule().id();
        var known = causes.stream().filter(cause -> closure(cause.rule().id()).contains(id)).findFirst();
        var certain = certainAt.getOrDefault(id, blocked.rule().station());
        return known.or(() -> causes.stream().filter(cause -> cause.rule().station().compareTo(certain) <= 0)
                .max(Comparator.comparing(Causes::severity, Comparator.reverseOrder())
                        .thenComparing(cause -> cause.rule().station())))
                .map(cause -> cause.rule().id()).orElse(null);
    }

    private List<Finding> order(List<Finding> findings) {
        var sorted = new ArrayList<Finding>();
        findings.stream().filter(finding -> rank(finding) < steps.size())
                .sorted(Comparator.comparingInt(this::rank)).forEach(sorted::add);
        findings.stream().filter(finding -> rank(finding) == steps.size()).forEach(sorted::add);
        findings.stream().filter(finding -> rank(finding) > steps.size()).forEach(sorted::add);
        return sorted;
    }

    private int rank(Finding finding) {
        if (!finding.broken() || finding.causedBy() != null)
            return steps.size() + 1;
        var at = step(finding).map(steps::indexOf).orElse(-1);
        return at < 0 ? steps.size() : at;
    }

    private static Severity severity(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken ? broken.severity() : Severity.INFO;
    }

    private static Optional<String> step(Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken
                && broken.remedy() instanceof Remedy.RunStep(var step) ? Optional.of(step) : Optional.empty();
    }
}
