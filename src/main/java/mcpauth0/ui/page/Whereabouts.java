package mcpauth0.ui.page;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import mcpauth0.setup.TenantDomain;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.Dashboard;
import mcpauth0.ui.part.Announcer;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** “Where do I find this?”: the way through Auth0's dashboard in words, and a button that opens its page of this tenant. */
final class Whereabouts extends VBox {

    private final VBox way = new VBox(4);

    /**
     * @param what names the texts {@code where.<what>} and the control; the way, a line each
     * @param tenant as far as it is known when the button is pressed
     */
    Whereabouts(Services services, String what, Dashboard page, Supplier<@Nullable TenantDomain> tenant) {
        super(6);
        var texts = services.texts();
        way.getStyleClass().add("whereabouts");
        texts.get("where." + what).lines().map(Words::body).forEach(way.getChildren()::add);
        var open = new Button(texts.get("where.open", texts.get("dashboard." + page.id())));
        open.setId("open-" + what);
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> Checking.open(services, page.address(tenant.get())));
        way.getChildren().add(open);
        way.setVisible(false);
        way.managedProperty().bind(way.visibleProperty());
        var ask = new Hyperlink(texts.get("where.ask"));
        ask.setId("where-" + what);
        ask.getStyleClass().add("where");
        ask.setAccessibleText(texts.get("where.ask.of", texts.get("where." + what + ".name")));
        ask.setOnAction(_ -> {
            way.setVisible(!way.isVisible());
            if (way.isVisible())
                Announcer.say(this, texts.get("where." + what));
        });
        getChildren().setAll(ask, way);
    }

    /** Puts something to take there below the way. */
    Whereabouts with(Node thing) {
        way.getChildren().add(way.getChildren().size() - 1, thing);
        return this;
    }
}
