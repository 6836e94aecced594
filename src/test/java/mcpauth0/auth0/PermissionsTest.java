package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcpauth0.demo.PracticePair;
import mcpauth0.plan.Change;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.Setup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fewest permissions for what is chosen are asked for, and they are enough. */
class PermissionsTest {

    @TempDir
    Path folder;
    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void eachStepAsksForWhatItsOwnCallsTakeAndForNothingElse() throws Exception {
        var snapshot = bench.tenant().snapshot();
        for (var step : Steps.wanted(bench.setup())) {
            var declared = step.permissions(bench.setup());
            assertThat(step.plan(bench.setup(), snapshot)).as(step.id()).isInstanceOfSatisfying(Change.Write.class,
                    write -> assertThat(declared).containsAll(write.scopes()));
            assertThat(declared).as(step.id()).doesNotHaveDuplicates()
                    .noneMatch(permission -> permission.startsWith("delete:"));
        }
    }

    @Test
    void whatIsAskedForIsEnoughToSetUpAndToTakeBack() throws Exception {
        var setup = bench.setup();
        var before = bench.state();
        var applier = bench.start(bench.tenant(Permissions.needed(setup)));
        assertThat(applier.apply(applier.plan(setup), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        var all = Stream.concat(Permissions.needed(setup).stream(), Permissions.undo(setup).stream()).toList();
        assertThat(bench.start(bench.tenant(all)).undo(List.of(), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
        assertThat(bench.state()).isEqualTo(before);
    }

    @Test
    void fewerChoicesAskForLess() {
        var all = bench.setup();
        var few = Setup.empty().withDynamicRegistration(false);
        assertThat(Permissions.needed(few)).doesNotContain("update:connections");
        assertThat(Permissions.needed(all)).contains("update:connections");
        assertThat(need(all, "update:tenant_settings").steps()).containsExactly("understand-resource",
                "set-default-audience", "open-registration");
        assertThat(need(few, "update:tenant_settings").steps()).containsExactly("understand-resource");
        assertThat(need(few, "read:clients").steps()).isEmpty();
        assertThat(need(few, "delete:client_grants")).returns(true, Permissions.Need::undo)
                .returns(List.of("grant-third-party-clients"), Permissions.Need::steps);
    }

    @Test
    void nothingIsAskedForTwice() {
        Set<String> seen = new LinkedHashSet<>();
        assertThat(Permissions.needs(bench.setup())).allMatch(need -> seen.add(need.permission()));
    }

    private static Permissions.Need need(Setup setup, String permission) {
        return Permissions.needs(setup).stream().filter(need -> need.permission().equals(permission)).findFirst()
                .orElseThrow();
    }
}
