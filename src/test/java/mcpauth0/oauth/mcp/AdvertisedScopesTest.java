package mcpauth0.oauth.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mcpauth0.demo.PracticePair.Options;
import mcpauth0.demo.PracticePair.Start;
import mcpauth0.oauth.Practice;
import mcpauth0.oauth.Script;
import mcpauth0.oauth.mcp.AdvertisedScopes.Origin;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Scope;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server says of its own permissions to somebody without a token. */
@Timeout(30)
class AdvertisedScopesTest {

    private static final Duration USUAL = Duration.ofSeconds(10);

    private static AdvertisedScopes ask(String... faults) throws Exception {
        try (var practice = new Practice(Options.of(Start.HEALTHY).withFaults(faults))) {
            return AdvertisedScopes.ask(practice.http(), practice.server(), USUAL);
        }
    }

    @Test
    void oneThatStandsInBothPlacesIsProposedOnceWithBoth() throws Exception {
        assertThat(ask().all()).containsExactly(new AdvertisedScopes.Proposal(new Scope("mcp:use", ""),
                List.of(Origin.METADATA, Origin.CHALLENGE)));
    }

    @Test
    void toolsAreProposedWhereTheyAreListedToEveryone() throws Exception {
        assertThat(ask("rs-no-auth").all()).filteredOn(one -> one.origins().equals(List.of(Origin.TOOLS)))
                .extracting(one -> one.scope().value()).containsExactly("today", "convert", "whoami");
        assertThat(ask("rs-no-auth").all()).filteredOn(one -> one.scope().value().equals("today")).singleElement()
                .satisfies(one -> assertThat(one.scope().description()).contains("date and time"));
    }

    @Test
    void aServerThatNamesNoneOrCannotBeReachedIsSaidToBeSo() throws Exception {
        var silent = ask("prm-scopes-missing");
        assertThat(silent.all()).isEmpty();
        assertThat(silent.failure()).isNull();
        try (var practice = new Practice(Options.of(Start.HEALTHY))) {
            var nobody = AdvertisedScopes.ask(practice.http(),
                    McpUrl.parse("https://localhost:1/mcp").orThrow(), USUAL);
            assertThat(nobody.all()).isEmpty();
            assertThat(nobody.failure()).isNotNull();
        }
    }

    /** What every issuer knows is no permission of an API, and one with a blank in it is none at all. */
    @Test
    void whatIsNoPermissionOfAnApiIsLeftOut() throws Exception {
        try (var script = new Script()) {
            script.on("/.well-known/oauth-protected-resource/mcp", Script.json(200,
                    "{\"resource\":\"https://x/mcp\",\"scopes_supported\":[\"openid\",\"offline_access\","
                            + "\"tools:read\",\"two words\",\"\"]}"));
            script.on("/mcp", new MockResponse.Builder().code(401).addHeader("WWW-Authenticate",
                    "Bearer scope=\"profile tools:call\"").build());
            var server = McpUrl.parse(script.url("/mcp")).orThrow();
            assertThat(AdvertisedScopes.ask(script.http(), server, USUAL).all())
                    .extracting(one -> one.scope().value()).containsExactly("tools:read", "tools:call");
        }
    }
}
