package mcpauth0.ui;

import java.util.List;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.page.AboutPage;
import mcpauth0.ui.page.ApiPage;
import mcpauth0.ui.page.CarePage;
import mcpauth0.ui.page.CheckPage;
import mcpauth0.ui.page.CheckServerPage;
import mcpauth0.ui.page.ClientPage;
import mcpauth0.ui.page.ConfigurationPage;
import mcpauth0.ui.page.ConnectionsPage;
import mcpauth0.ui.page.FailurePage;
import mcpauth0.ui.page.FinishPage;
import mcpauth0.ui.page.HomePage;
import mcpauth0.ui.page.RegistrationPage;
import mcpauth0.ui.page.ReportPage;
import mcpauth0.ui.page.ReviewPage;
import mcpauth0.ui.page.RolesPage;
import mcpauth0.ui.page.ServerPage;
import mcpauth0.ui.page.SettingsPage;
import mcpauth0.ui.page.TenantPage;

/** Every page, in its order. A new page is one line here. */
final class Pages {

    private Pages() {
    }

    /** The steps of a set-up, as they stand in the rail. */
    static List<Page> steps(Services services, Session session, Walk walk) {
        return List.of(new Later<>(ServerPage.ID, () -> new ServerPage(services, session, walk)),
                new Later<>(TenantPage.ID, () -> new TenantPage(services, session, walk)),
                new Later<>(ApiPage.ID, () -> new ApiPage(services, session, walk)),
                new Later<>(ConnectionsPage.ID, () -> new ConnectionsPage(services, session, walk)),
                new Later<>(RolesPage.ID, () -> new RolesPage(services, session, walk)),
                new Later<>(RegistrationPage.ID, () -> new RegistrationPage(services, session, walk)),
                new Later<>(ReviewPage.ID, () -> new ReviewPage(services, session, walk)),
                new Later<>(ConfigurationPage.ID, () -> new ConfigurationPage(services, session, walk)),
                new Later<>(CheckPage.ID, () -> new CheckPage(services, session, walk)),
                new Later<>(ClientPage.ID, () -> new ClientPage(services, session, walk)));
    }

    /** What stands beside the set-up; the window opens with the first. */
    static List<Page> beside(Services services, Session session, Wizard wizard) {
        var check = new Later<>(CheckServerPage.ID, () -> new CheckServerPage(services, session));
        return List.of(new HomePage(services, session, wizard),
                new Later<>(FinishPage.ID, () -> new FinishPage(services, session, wizard)), check,
                new Later<>(ReportPage.ID, () -> new ReportPage(services, session, wizard, address -> {
                    check.itself().suggest(address);
                    wizard.show(CheckServerPage.ID);
                })), new Later<>(CarePage.ID, () -> new CarePage(services, session, wizard)),
                new Later<>(SettingsPage.ID, () -> new SettingsPage(services, session, wizard)),
                new Later<>(AboutPage.ID, () -> new AboutPage(services, session, wizard)),
                new Later<>(FailurePage.ID, () -> new FailurePage(services, session, wizard)));
    }
}
