package mcpauth0.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Auth0's own library for Node understands the practice tenant, and its errors. */
@NeedsNpm
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NodeLibraryTest {

    @Test
    void libraryReadsAndWritesATenant() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK));
                var other = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var weak = pair.tenant().managementToken(List.of("read:roles"), Duration.ofMinutes(5));
            var said = Peer.run(List.of("management.mjs"),
                    Map.of("DOMAIN", pair.domain(), "CLIENT_ID", pair.clientId(), "CLIENT_SECRET",
                            pair.clientSecret(), "WEAK_TOKEN", weak, "OTHER_TOKEN", other.managementToken(),
                            "NODE_EXTRA_CA_CERTS", pair.caFile().toString()));
            var seen = Json.parse(said.strip()).orElseThrow(() -> new AssertionError(said));
            assertThat(seen).isEqualTo(Json.parse("""
                {"offline":true,"apis":["Node"],"grant":"third_party_clients user","widened":true,"grants":1,
                 "promoted":true,"enabled":1,"users":["grace@example.com"],"members":["ada@example.com"],
                 "permissions":["read"],"open":true,"client":"tpc_ strict","logged":1,
                 "errors":["ConflictError 409 resource_server_conflict","NotFoundError 404 inexistent_connection",
                  "BadRequestError 400 invalid_body","ForbiddenError 403 insufficient_scope",
                  "UnauthorizedError 401 Invalid signature received for JSON Web Token validation"],
                 "left":["Auth0 Management API"]}""").orElseThrow());
        }
    }
}
