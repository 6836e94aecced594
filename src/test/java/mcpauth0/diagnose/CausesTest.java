package mcpauth0.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule.Spec;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final Spec SPEC = new Spec("none", "https://example.com/");
    private static final Rule ROOT = Rule.must("prm-root", SPEC, "as-middle");
    private static final Rule MIDDLE = Rule.must("as-middle", SPEC, "token-end");
    private static final Rule END = Rule.must("token-end", SPEC);
    private static final Rule ASIDE = Rule.must("net-aside", SPEC);
    private static final Causes CAUSES = new Causes(List.of(ROOT, MIDDLE, END, ASIDE), List.of("one", "two"));

    @Test
    void aConsequenceIsGivenToItsFirstCause() {
        var found = CAUSES.of(List.of(broken(ROOT), broken(MIDDLE), broken(END)));
        assertThat(found).extracting(Finding::causedBy).containsExactly(null, "prm-root", "prm-root");
    }

    @Test
    void whatCouldNotBeSeenIsGivenToWhatStandsInTheWay() {
        var found = CAUSES.of(List.of(broken(ASIDE), new Finding(END, new Blocked("token"), null)));
        assertThat(found.get(1).causedBy()).isEqualTo("net-aside");
    }

    @Test
    void aCauseFurtherOnExplainsNothingBeforeIt() {
        var found = CAUSES.of(List.of(new Finding(ASIDE, new Blocked("address"), null), broken(END)));
        assertThat(found).filteredOn(finding -> finding.rule().equals(ASIDE)).extracting(Finding::causedBy)
                .containsExactly((String) null);
    }

    @Test
    void aStepIsNamedOnce() {
        var found = CAUSES.of(List.of(stepped(ROOT, "two"), stepped(END, "two"), stepped(ASIDE, "one")));
        assertThat(found).extracting(finding -> finding.rule().id()).containsExactly("net-aside", "prm-root",
                "token-end");
        assertThat(found.get(2).causedBy()).isEqualTo("prm-root");
        assertThat(((Verdict.Broken) found.get(2).verdict()).remedy()).isInstanceOf(Remedy.Advice.class);
    }

    @Test
    void aConsequenceWithAStepOfItsOwnStaysACause() {
        var found = CAUSES.of(List.of(stepped(ROOT, "one"), stepped(MIDDLE, "two")));
        assertThat(found).extracting(Finding::causedBy).containsOnlyNulls();
    }

    @Test
    void noRuleExplainsItselfAndAllItsIdsExist() {
        var causes = new Causes();
        var ids = Checks.all().stream().map(check -> check.rule().id()).toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(causes.closure(id)).doesNotContain(id);
            assertThat(ids).containsAll(causes.closure(id));
        });
    }

    private static Finding broken(Rule rule) {
        return new Finding(rule, rule.broken(Evidence.NONE), null);
    }

    private static Finding stepped(Rule rule, String step) {
        return new Finding(rule, rule.broken(Evidence.NONE).curedBy(true, step), null);
    }
}
