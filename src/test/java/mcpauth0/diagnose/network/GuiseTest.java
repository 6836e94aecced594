package mcpauth0.diagnose.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mcpauth0.http.Answer;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.http.Header;
import mcpauth0.http.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuiseTest {

    private static final Exchange CHALLENGED = of(401, "application/json");
    private static final Exchange STOPPED = of(403, "text/html");

    @Test
    void aRefusalThatMeetsTheClientAloneIsOfItsName() {
        assertThat(guise(CHALLENGED, STOPPED, CHALLENGED).turnedAway()).isTrue();
        assertThat(guise(of(200, "application/json"), of(429, "application/json"), of(200, "application/json"))
                .turnedAway()).isTrue();
        assertThat(guise(CHALLENGED, new Exchange(1, Instant.EPOCH, Request.get("https://a.example/mcp"), null,
                new Failure.TimedOut("a.example", Duration.ofSeconds(10)), new Exchange.Timing(0, 0, 0, 0, 0), null,
                null), CHALLENGED).turnedAway()).isTrue();
    }

    @Test
    void aLimitThatMeanwhileMeetsEverybodyIsNot() {
        var limited = of(429, "application/json");
        assertThat(guise(CHALLENGED, limited, limited).turnedAway()).isFalse();
    }

    @Test
    void whatIsAnsweredAlikeIsNot() {
        assertThat(guise(CHALLENGED, CHALLENGED, null).turnedAway()).isFalse();
        assertThat(guise(of(404, "text/html"), of(404, "text/html"), null).turnedAway()).isFalse();
        assertThat(guise(of(404, "text/html"), of(404, "text/html"), null).bothStopped()).isFalse();
    }

    @Test
    void aServerThatLetsInBrowsersAloneKeepsEverybodyOut() {
        var guises = new Guises(Guise.AGENTS.stream()
                .flatMap(agent -> Stream.of(new Guise(agent, true, STOPPED, STOPPED, null),
                        new Guise(agent, false, CHALLENGED, CHALLENGED, null)))
                .toList());
        assertThat(guises.keptOut()).containsExactlyElementsOf(Guise.AGENTS);
        assertThat(guises.partly()).isEmpty();
    }

    @Test
    void theAuthorizationServersFirewallIsAPartOfTheWay() {
        var guises = new Guises(List.of(new Guise(Guise.MCP, true, CHALLENGED, CHALLENGED, null),
                new Guise(Guise.DISCOVERY, true, CHALLENGED, CHALLENGED, null),
                new Guise(Guise.DISCOVERY, false, of(200, "application/json"), STOPPED, of(200, "application/json"))));
        assertThat(guises.keptOut()).isEmpty();
        assertThat(guises.partly()).extracting(Guise::line).containsExactly("403 GET a.example/mcp");
    }

    private static Guise guise(Exchange own, Exchange other, @Nullable Exchange after) {
        return new Guise(Guise.MCP, true, own, other, after);
    }

    private static Exchange of(int status, String type) {
        return new Exchange(1, Instant.EPOCH, Request.get("https://a.example/mcp"),
                new Answer(status, "http/1.1", List.of(new Header("Content-Type", type)), new byte[0], false), null,
                new Exchange.Timing(0, 0, 0, 0, 0), null, null);
    }
}
