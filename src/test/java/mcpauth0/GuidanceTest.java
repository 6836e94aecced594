package mcpauth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.input.Clipboard;
import mcpauth0.auth0.Permissions;
import mcpauth0.setup.Parsed;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.model.Dashboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the values of the dashboard are found, and the short way for a tenant that is blank. */
class GuidanceTest {

    @TempDir
    Path state;

    @ParameterizedTest
    @CsvSource({"acme-dev.eu.auth0.com, https://manage.auth0.com/dashboard/eu/acme-dev/applications",
            "acme.auth0.com, https://manage.auth0.com/dashboard/us/acme/applications",
            "acme.us-3.auth0.com, https://manage.auth0.com/dashboard/us-3/acme/applications",
            "login.acme.com, https://manage.auth0.com/"})
    void theDashboardIsThatOfTheTenant(String domain, String address) {
        assertThat(Dashboard.APPLICATIONS.address(((Parsed.Good<TenantDomain>) TenantDomain.parse(domain)).value()))
                .isEqualTo(address);
    }

    @Test
    void besideEachValueOfTheDashboardStandsTheWayToIt() throws Exception {
        try (var window = OpenWindow.open(state)) {
            OpenWindow.onScreen(() -> {
                window.wizard.show("tenant");
                return true;
            });
            window.type("tenant-domain", "acme-dev.eu.auth0.com");
            assertThat(window.words()).doesNotContain("“Create Application”");
            window.press("where-client-id");
            assertThat(window.words()).contains("“Create Application”", "tick the permissions that are copied below");
            window.press("open-client-id");
            assertThat(window.opened).containsExactly(
                    "https://manage.auth0.com/dashboard/eu/acme-dev/applications");
            window.press("where-client-id");
            assertThat(window.words()).doesNotContain("“Create Application”");
        }
    }

    /** Each of them: who ticks too few connects in vain. */
    @Test
    void thePermissionsToTickAreShownBeforeConnecting() throws Exception {
        try (var window = OpenWindow.open(state)) {
            OpenWindow.onScreen(() -> {
                window.wizard.show("tenant");
                return true;
            });
            var all = Permissions.needed(Setup.empty());
            assertThat(all).hasSizeGreaterThan(10);
            assertThat(window.words()).doesNotContain("create:resource_servers");
            window.press("where-client-id");
            assertThat(window.session.tenant()).isNull();
            assertThat(window.words().split("[,\\s]+")).containsAll(all);
        }
    }

    @Test
    void thePermissionsToTickCanBeCopiedBeforeConnecting() throws Exception {
        try (var window = OpenWindow.open(state)) {
            OpenWindow.onScreen(() -> {
                window.wizard.show("tenant");
                return true;
            });
            window.press("where-client-id");
            window.press("copy-permissions");
            assertThat(OpenWindow.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                    .contains("create:resource_servers\n", "create:client_grants");
        }
    }

    @Test
    void aBlankTenantIsSetUpInFourPages() throws Exception {
        try (var window = OpenWindow.open(state)) {
            var pages = new ArrayList<String>();
            window.press("start-practice");
            pages.add(window.page());
            window.press("main-button");
            pages.add(window.page());
            window.press("main-button");
            window.press("express");
            pages.add(window.page());
            window.press("main-button");
            assertThat(window.title()).contains("changes are done");
            window.press("main-button");
            pages.add(window.page());
            assertThat(pages).containsExactly("server", "tenant", "review", "configuration");
            window.press("step-tenant");
            window.press("main-button");
            assertThat(window.there("express")).as("it is no longer blank").isFalse();
        }
    }
}
