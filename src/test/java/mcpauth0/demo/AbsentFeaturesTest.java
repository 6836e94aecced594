package mcpauth0.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tenant has none of, it says so in Auth0's words. */
class AbsentFeaturesTest {

    @Test
    void absentFeaturesAreEmptyMissingOrForOtherPlans() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var wire = new Wire(pair);
            var token = pair.tenant().managementToken(AbsentRoutes.permissions().toList(), Duration.ofMinutes(5));
            assertThat(wire.api("GET", "actions/actions", "", token).json().path("total").asInt(-1)).isZero();
            assertThat(wire.api("GET", "organizations?take=50", "", token).json().path("organizations")).isEmpty();
            assertThat(wire.api("GET", "log-streams", "", token).json()).isEmpty();
            assertThat(wire.api("GET", "email-templates/verify_email", "", token).json().path("errorCode").asText())
                    .isEqualTo("inexistent_email_template");
            var bots = wire.api("GET", "attack-protection/bot-detection", "", token);
            assertThat(bots.status()).isEqualTo(403);
            assertThat(bots.json().path("errorCode").asText()).isEqualTo("insufficient_entitlement");
            assertThat(wire.api("GET", "supplemental-signals", "", token).json().path("message").asText())
                    .isEqualTo("Please upgrade your subscription to enable Akamai Signals.");
            var weak = pair.tenant().managementToken(List.of("read:roles"), Duration.ofMinutes(5));
            assertThat(wire.api("GET", "organizations", "", weak).json().path("message").asText())
                    .isEqualTo("Insufficient scope, expected any of: read:organizations");
        }
    }
}
