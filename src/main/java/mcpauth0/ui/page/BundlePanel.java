package mcpauth0.ui.page;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.support.Bundle;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.RawText;
import mcpauth0.ui.part.Words;

/** Saves a bundle for those who help, and says what is inside before anybody sends it. */
final class BundlePanel extends VBox {

    private final Services services;
    private final Texts texts;
    private final VBox told = new VBox(8);

    BundlePanel(Services services) {
        super(8);
        this.services = services;
        texts = services.texts();
        var save = new Button(texts.get("page.about.bundle.save"));
        save.setId("save-bundle");
        save.setOnAction(_ -> services.files().save(texts.get("page.about.bundle"), "mcp-auth0-setup-support.zip",
                this::save));
        getChildren().setAll(Words.heading(texts.get("page.about.bundle")),
                Words.body(texts.get("page.about.bundle.note")), save, told);
    }

    private void save(Path file) {
        var _ = services.work().start(() -> {
            var bundle = Bundle.of(services.state(), texts);
            Files.write(file, bundle.zip());
            return bundle;
        }, bundle -> told.getChildren().setAll(
                Note.good(texts.get("page.about.bundle.saved", file), texts.get("page.about.bundle.look")),
                new RawText(bundle.contents(texts), texts.get("page.about.bundle.inside"))),
                _ -> told.getChildren().setAll(Note.look(texts.get("page.about.bundle.not-saved"),
                        texts.get("page.about.bundle.elsewhere"))));
    }
}
