package mcpauth0.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.demo.PracticePair;
import mcpauth0.demo.Seen;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Change;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan says follows for this tenant, in words: how many people, which applications, under which rules. */
class ConsequencesTest {

    private static final List<String> BOTH = List.of("Username-Password-Authentication", "google-oauth2");

    @TempDir
    Path folder;

    private static String words(Applier<Tenant> applier, Setup setup, String step) throws Exception {
        return applier.plan(setup).items().stream().filter(item -> item.step().equals(step))
                .map(item -> (Change.Write) item.change()).flatMap(write -> write.effects().stream())
                .map(effect -> Texts.english().get("step." + step + ".effect." + effect.key(), effect.values()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource
    void theRulesForClientsThatRegisterAreSaidAsFarAsTheTenantTellsThem(PracticePair.Age age) throws Exception {
        try (var bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK).aged(age), folder)) {
            var setup = bench.setup().withRegistration(
                    bench.setup().registration().withPermissive(age == PracticePair.Age.OLD));
            var open = words(bench.start(), setup, "open-registration");
            var grant = words(bench.start(), setup, "grant-third-party-clients");
            switch (age) {
                case NEW -> {
                    assertThat(open).contains("Such a client is strict").doesNotContain("older rules");
                    assertThat(grant).contains("Auth0 refuses every sign-in with such a client");
                }
                case OLD -> {
                    assertThat(open).contains("keep the older rules of this tenant",
                            "The access policy of “Practice tools” lets every application in");
                    assertThat(grant).contains("needed only where the access policy of the API asks for a grant");
                }
                case OLD_SILENT -> {
                    assertThat(open).contains("does not say which rules", "begins with tpc_, it is strict",
                            "from before April 2026", "no grant is needed",
                            "The access policy of “Practice tools” lets every application in");
                    assertThat(grant).contains("Strict ones", "are refused without it", "by older rules");
                }
            }
            var applier = bench.start();
            assertThat(applier.apply(applier.plan(setup), Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
            assertThat(applier.plan(setup).writes()).isEmpty();
            bench.undoAll();
        }
    }

    @Test
    void thePeopleWhomItReachesAreCountedWithReadingAlone() throws Exception {
        try (var bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder)) {
            var setup = bench.setup().withConnections(BOTH).withDefaultAudience(false);
            var before = bench.count();
            var applier = bench.start();
            assertThat(words(applier, setup, "promote-connections")).contains(
                    "2 people of the tenant sign in through Username-Password-Authentication, google-oauth2",
                    "The tenant has no third-party application yet");
            assertThat(words(applier, setup, "open-registration")).contains("which 2 people of the tenant use",
                    "A client that names no API gets no token for your server");
            assertThat(bench.since(before)).allMatch(Seen::read);
            assertThat(bench.since(before)).extracting(Seen::path).filteredOn(path -> path.contains("/users"))
                    .as("one search serves both steps and both plans").hasSize(1);
            assertThat(words(applier, setup.withDefaultAudience(true), "open-registration"))
                    .contains("gets tokens for " + bench.pair.mcpUrl());
        }
    }

    @Test
    void whatIsNotCountedIsSaidToBeSo() throws Exception {
        try (var bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder)) {
            var some = new HashSet<>(bench.tenant().permissions());
            some.remove("read:users");
            var blind = bench.start(bench.tenant(some));
            for (var step : List.of("promote-connections", "open-registration"))
                assertThat(words(blind, bench.setup(), step)).contains("was not counted", "read:users");
            bench.pair.tenant().failNext(seen -> seen.path().contains("/users"), 403);
            assertThat(words(bench.start(), bench.setup(), "promote-connections")).contains("was not counted");
        }
    }

    /** More people sign in every minute; that alone is no other plan. Another third-party application is. */
    @Test
    void aCountOfTheMomentIsNoDrift() throws Exception {
        try (var bench = new Bench(PracticePair.Options.of(PracticePair.Start.BLANK), folder)) {
            var plan = bench.start().plan(bench.setup());
            bench.pair.tenant().change(state -> {
                var one = state.users().getFirst().deepCopy();
                one.put("user_id", "auth0|another").put("email", "another@example.com");
                state.users().add(one);
            });
            assertThat(words(bench.start(), bench.setup(), "promote-connections")).contains("3 people");
            assertThat(bench.start().apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Proven.class);
            bench.undoAll();
            bench.pair.tenant().past(past -> past.registered("Claude", "https://claude.ai/api/mcp/auth_callback",
                    java.time.Instant.now()));
            assertThat(bench.start().apply(plan, Progress.SILENT)).isInstanceOf(Outcome.Drifted.class);
            assertThat(words(bench.start(), bench.setup(), "promote-connections"))
                    .contains("One third-party application of this tenant gains it: “Claude”.");
        }
    }
}
