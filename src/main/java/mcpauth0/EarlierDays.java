package mcpauth0;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import mcpauth0.diagnose.Report.Overall;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.model.History;
import mcpauth0.ui.model.History.Checked;
import mcpauth0.ui.model.History.Looked;
import mcpauth0.ui.model.History.Moved;
import mcpauth0.ui.model.Shelf;

/** Set-ups as a computer has them after some weeks, for the picture of the first page. */
final class EarlierDays {

    private static final Instant FRIDAY = Instant.parse("2026-10-30T16:02:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-02T08:14:00Z");

    private EarlierDays() {
    }

    static void put(Shelf shelf) throws IOException {
        shelf.put("setup-1", setup("Documentation search", "https://docs.acme.dev/mcp", "acme-dev.eu.auth0.com")
                .withPage("sign-in-connections"), History.NONE);
        shelf.put("setup-2", setup("Billing assistant", "https://billing.acme.com/mcp", "acme.us.auth0.com")
                .withPage("client"),
                new History(FRIDAY, new Checked(FRIDAY, Overall.HEALTHY, 147, 0, List.of()),
                        new Looked(MONDAY, List.of(new Moved("open-registration", "acme.us.auth0.com",
                                "flags.enable_dynamic_client_registration", BooleanNode.TRUE, BooleanNode.FALSE,
                                "grace@acme.com", FRIDAY)))));
        shelf.put("setup-3", setup("Acme tools", "https://mcp.acme.dev/mcp", "acme-dev.eu.auth0.com")
                .withPage("client"),
                new History(FRIDAY, new Checked(MONDAY, Overall.HEALTHY, 151, 0, List.of()),
                        new Looked(MONDAY, List.of())));
    }

    private static Setup setup(String name, String server, String tenant) {
        var setup = Setup.empty().withServer(good(McpUrl.parse(server))).withTenant(good(TenantDomain.parse(tenant)));
        return setup.withApi(setup.api().withName(name));
    }

    private static <T> T good(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Good<T>(var value) -> value;
            case Parsed.Bad<T> bad -> throw new IllegalStateException(bad.toString());
        };
    }
}
