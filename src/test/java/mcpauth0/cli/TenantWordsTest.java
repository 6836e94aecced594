package mcpauth0.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Json;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Registration;
import mcpauth0.setup.Setup;
import mcpauth0.setup.SetupFile;
import mcpauth0.setup.TenantDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan, apply, drift, undo on a tenant on which nothing is set up. */
class TenantWordsTest {

    @TempDir
    Path folder;
    private PracticePair pair;
    private Path setup;
    private Path plan;
    private Path token;
    private Path authority;

    @BeforeEach
    void start() throws IOException {
        pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
        setup = folder.resolve("setup.json");
        plan = folder.resolve("plan.json");
        token = folder.resolve("token");
        Files.writeString(setup,
                SetupFile.write(Setup.empty().withServer(McpUrl.parse(pair.mcpUrl()).orThrow())
                        .withTenant(TenantDomain.parse(pair.domain()).orThrow())
                        .withConnections(List.of("Username-Password-Authentication"))));
        Files.writeString(token, pair.managementToken());
        authority = Files.copy(pair.caFile(), folder.resolve("ca.pem"));
    }

    @AfterEach
    void stop() {
        pair.close();
    }

    private Spoken words(String... words) {
        var all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--tenant-ca", authority.toString(), "--management-token-file", token.toString()));
        return Spoken.words(folder.resolve("home"), all.toArray(String[]::new));
    }

    private List<String> writes() {
        return pair.tenant().requests().stream().filter(seen -> !seen.method().equals("GET"))
                .map(seen -> seen.method() + " " + seen.path()).toList();
    }

    @Test
    void goThereAndBackAgain() {
        var before = pair.tenant().state();

        var planned = words("plan", "--setup", setup.toString(), "--out", plan.toString());
        assertThat(planned.code()).as(planned.err()).isEqualTo(4);
        assertThat(planned.out()).contains("5 changes", "Open dynamic registration, last");
        assertThat(writes()).isEmpty();

        var applied = words("apply", plan.toString());
        assertThat(applied.code()).as(applied.err()).isZero();
        assertThat(applied.out()).contains("5 of 5");

        assertThat(words("plan", "--setup", setup.toString()).code()).isZero();
        assertThat(words("drift", "--setup", setup.toString()).code()).isZero();

        var undone = words("undo", "--tenant", pair.domain());
        assertThat(undone.code()).as(undone.err()).isZero();
        assertThat(pair.tenant().state()).isEqualTo(before);
        assertThat(words("undo", "--tenant", pair.domain()).out()).contains("nothing to take back");
    }

    /** Nobody is told to apply what would come to a halt, or what changes nothing. */
    @Test
    void onlyAPlanThatCanBeAppliedIsSaidToBe() throws IOException {
        var nobody = Files.writeString(folder.resolve("nobody.json"),
                SetupFile.write(Setup.empty().withServer(McpUrl.parse(pair.mcpUrl()).orThrow())
                        .withTenant(TenantDomain.parse(pair.domain()).orThrow())));
        var refused = words("plan", "--setup", nobody.toString(), "--out", plan.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("Cannot be done", "Plan written to").doesNotContain("apply it");

        var open = words("plan", "--setup", setup.toString(), "--out", plan.toString());
        assertThat(open.out()).contains("apply it");
        words("apply", plan.toString());
        var settled = words("plan", "--setup", setup.toString(), "--out", plan.toString());
        assertThat(settled.code()).isZero();
        assertThat(settled.out()).contains("Plan written to").doesNotContain("apply it");
    }

    @Test
    void aNewerValueStaysUntilTheOperatorSaysWhichOneIsRight() {
        var before = pair.tenant().state();
        words("plan", "--setup", setup.toString(), "--out", plan.toString());
        words("apply", plan.toString());
        assertThat(words("undo", "--tenant", pair.domain(), "--newer", "perhaps").code()).isEqualTo(2);
        pair.tenant().change(
                state -> requireNonNull(state.api(pair.mcpUrl())).put("name", "Renamed by hand"));

        var held = words("undo", "--tenant", pair.domain());
        assertThat(held.code()).isEqualTo(1);
        assertThat(held.err()).contains("name was not set, this program wrote", "and now it is \"Renamed by hand\"",
                "--newer keep", "--newer replace", "4 done, 1 left");
        assertThat(pair.tenant().state().toString()).contains("Renamed by hand");

        var replaced = words("undo", "--tenant", pair.domain(), "--newer", "replace");
        assertThat(replaced.code()).as(replaced.err()).isZero();
        assertThat(pair.tenant().state()).isEqualTo(before);
    }

    @Test
    void anApplicationIsNamedWithItsIdAndNeverWithItsSecret() throws IOException {
        var bot = new Registration.Application("other", "Our bot", List.of("https://bot.example/callback"), true);
        Files.writeString(setup, SetupFile.write(SetupFile.read(Files.readString(setup)).orThrow()
                .withRegistration(new Registration(false, false, List.of(), List.of(bot)))));
        words("plan", "--setup", setup.toString(), "--out", plan.toString());
        var applied = words("apply", plan.toString());
        assertThat(applied.code()).as(applied.err()).isZero();
        assertThat(applied.out())
                .containsPattern("“Our bot” has the client ID tpc_\\w+\\. Its client secret is not shown");
        assertThat(pair.tenant().secrets()).noneMatch(secret -> applied.out().contains(secret));
    }

    @Test
    void aTenantThatChangedSinceIsLeftAlone() {
        words("plan", "--setup", setup.toString(), "--out", plan.toString());
        pair.tenant().change(state -> state.settings().put("resource_parameter_profile", "compatibility"));
        var writesBefore = writes();

        var applied = words("apply", plan.toString());

        assertThat(applied.code()).isEqualTo(1);
        assertThat(applied.err()).contains("no longer as it was");
        assertThat(writes()).isEqualTo(writesBefore);
    }

    @Test
    void driftNamesWhatChanged() {
        words("plan", "--setup", setup.toString(), "--out", plan.toString());
        words("apply", plan.toString());
        pair.tenant().change(state -> state.settings().put("resource_parameter_profile", "audience"));

        var drift = words("drift", "--setup", setup.toString());

        assertThat(drift.code()).isEqualTo(4);
        assertThat(drift.out()).contains("one thing", "resource_parameter_profile")
                .doesNotContain("enable_dynamic_client_registration");
    }

    @Test
    void driftNamesWhoChangedWhat() throws IOException {
        words("plan", "--setup", setup.toString(), "--out", plan.toString());
        words("apply", plan.toString());
        assertThat(words("drift", "--setup", setup.toString()).code()).isZero();
        pair.tenant().dashboard("Lin Chen", "PATCH", "tenants/settings",
                "{\"resource_parameter_profile\":\"audience\"}");

        var xml = folder.resolve("drift.xml");
        var json = folder.resolve("drift.json");
        var drift = words("drift", "--setup", setup.toString(), "--report", xml.toString(), "--report",
                json.toString());

        assertThat(drift.code()).as(drift.err()).isEqualTo(4);
        assertThat(Files.readString(xml)).contains("failures=\"2\"", "name=\"understand-resource\"",
                "type=\"drift\"", "Changed by lin");
        var told = Json.parse(Files.readString(json)).orElseThrow();
        assertThat(told.path("changed").get(0).path("now").asText()).isEqualTo("audience");
        assertThat(told.path("open").get(0).path("fields").get(0).path("after").asText()).isEqualTo("compatibility");
        assertThat(drift.out()).contains("One value was changed since it was applied",
                "resource_parameter_profile is \"audience\", and was written as \"compatibility\"")
                .containsPattern("(?i)Changed by lin\\S* in the Auth0 dashboard");
    }

    @Test
    void oneChangeIsTakenBackAlone() {
        words("plan", "--setup", setup.toString(), "--out", plan.toString());
        words("apply", plan.toString());
        var id = words("undo", "--tenant", pair.domain(), "--change", "x").err()
                .replaceAll("(?s).*?(\\w{8}) \\(open-registration\\).*", "$1");

        var undone = words("undo", "--tenant", pair.domain(), "--change", id);

        assertThat(undone.code()).as(undone.err()).isZero();
        assertThat(undone.out()).contains("One change was taken back: Open dynamic registration");
    }

    @Test
    void aNetworkThatIsLostBetweenTwoChangesLosesNothing() {
        words("plan", "--setup", setup.toString(), "--out", plan.toString());
        pair.tenant().dropNext(seen -> seen.method().equals("POST") && seen.path().contains("client-grants"));

        var stopped = words("apply", plan.toString());
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.err()).contains("It stopped at");

        assertThat(words("plan", "--setup", setup.toString(), "--out", plan.toString()).code()).isEqualTo(4);
        assertThat(words("apply", plan.toString()).code()).isZero();
        assertThat(words("plan", "--setup", setup.toString()).code()).isZero();
    }

    @Test
    void aTenantThatCannotBeReachedIsBroken() {
        pair.close();

        var spoken = words("plan", "--setup", setup.toString());

        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.err()).contains("Nobody answers").doesNotContain("Exception");
    }

    @Test
    void aTokenFromStandardInputIsTaken() {
        var spoken = Spoken.withInput(pair.managementToken() + "\n", folder.resolve("home"), "plan", "--setup",
                setup.toString(), "--tenant-ca", pair.caFile().toString(), "--management-token-file", "-");

        assertThat(spoken.code()).as(spoken.err()).isEqualTo(4);
    }

    @Test
    void anotherTenantsAuthorityIsNotTrustedWithoutAWord() {
        var spoken = Spoken.words(folder.resolve("home"), "plan", "--setup", setup.toString(),
                "--management-token-file", token.toString());

        assertThat(spoken.code()).isEqualTo(1);
        assertThat(spoken.err()).contains("not trusted");
    }
}
