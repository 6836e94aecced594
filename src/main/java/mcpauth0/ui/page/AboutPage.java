package mcpauth0.ui.page;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import mcpauth0.http.Build;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Licence;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.Words;

/** Which version this is, what is inside, and what it never does. */
public final class AboutPage extends PlainPage {

    public static final String ID = "about";

    public AboutPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        forward.set(new Forward(texts.get("page.about.back"), walk::back));
        var privacy = new VBox(4, Words.heading(texts.get("page.about.privacy")),
                Words.body(texts.get("page.about.privacy.text")));
        privacy.getStyleClass().add("panel");
        var versions = new CopyField(texts, texts.get("page.about.versions"),
                texts.get("page.about.versions.text", Build.version(), Runtime.version().feature(),
                        System.getProperty("javafx.version", "–"),
                        System.getProperty("os.name")),
                texts.get("page.about.versions.note"));
        body.getChildren().setAll(privacy, versions, new BundlePanel(services), inside());
        Build.releases().ifPresent(releases -> body.getChildren().add(2, new NewestPanel(services, releases)));
    }

    private Node inside() {
        var box = new VBox(8, Words.heading(texts.get("page.about.inside")),
                Words.body(texts.get("page.about.inside.note")));
        for (var one : Licence.all()) {
            var link = new Hyperlink(one.licence());
            link.setAccessibleText(texts.get("page.about.licence", one.name(), one.licence()));
            link.setOnAction(_ -> Checking.open(services, one.url()));
            var name = Words.body(one.name());
            var entry = new VBox(name, link);
            entry.getStyleClass().add("licence");
            box.getChildren().add(entry);
        }
        return box;
    }
}
