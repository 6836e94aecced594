package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.plan.Plan;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Setup;
import org.junit.jupiter.api.Test;

class PlanFileTest {

    private static final Plan PLAN = new Plan("acme.eu.auth0.com",
            Setup.empty().withServer(McpUrl.parse("https://mcp.example.com/mcp").orThrow()),
            List.of(new Plan.Item("one", new Change.Nothing()),
                    new Plan.Item("two",
                            new Change.Write("target",
                                    List.of(new Change.Field("absent", null, BooleanNode.TRUE),
                                            new Change.Field("nothing", NullNode.getInstance(), TextNode.valueOf("x"))),
                                    List.of("update:x"),
                                    List.of(new Change.Call("PATCH", "things/1", Json.object().put("number", 86_400)),
                                            new Change.Call("DELETE", "things/2", null)),
                                    List.of(new Change.Effect("some", List.of("a", "b"))))),
                    new Plan.Item("three", new Change.Refused("why", List.of("v")))));

    @Test
    void whatIsReadEqualsWhatWasWritten() {
        assertThat(PlanFile.read(PlanFile.write(PLAN))).contains(PLAN);
    }

    @Test
    void somethingElseIsNoPlan() {
        var good = PlanFile.write(PLAN);

        assertThat(List.of("", "{}", "[]", good.substring(0, good.length() / 2),
                good.replace("\"schema\" : 1,\n  \"tenant\"", "\"schema\" : 2,\n  \"tenant\""),
                good.replace("\"nothing\"", "\"else\""), good.replace("PATCH", "PATCH\", \"extra\": \"x")))
                .noneMatch(text -> PlanFile.read(text).isPresent());
    }
}
