package mcpauth0.ui.page;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.ClientKey;
import mcpauth0.ui.Services;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** The file with an application's private key, and how that key signs. */
final class KeyFields extends VBox {

    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final ChoiceBox<String> algorithm = new ChoiceBox<>();

    /** @param changed called when the operator chose something else */
    KeyFields(Services services, Runnable changed) {
        super(8);
        var texts = services.texts();
        var choose = new Button(texts.get("page.tenant.key.choose"));
        choose.setOnAction(_ -> services.files().open(texts.get("page.tenant.key"), file::set));
        var path = Words.secondary("");
        file.subscribe(
                chosen -> path.setText(chosen == null ? texts.get("page.tenant.key.none") : chosen.toString()));
        algorithm.getItems().setAll(ClientKey.ALGORITHMS);
        algorithm.setValue(ClientKey.ALGORITHMS.getFirst());
        file.subscribe((_, _) -> changed.run());
        algorithm.valueProperty().subscribe((_, _) -> changed.run());
        getChildren().setAll(
                new Field("client-key", texts.get("page.tenant.key"), texts.get("page.tenant.key.note"), choose), path,
                new Field("key-algorithm", texts.get("page.tenant.key.algorithm"),
                        texts.get("page.tenant.key.algorithm.note"), algorithm));
    }

    @Nullable
    Path file() {
        return file.get();
    }

    String algorithm() {
        return algorithm.getValue();
    }

    void choose(@Nullable Path chosen, String signedWith) {
        file.set(chosen);
        algorithm.setValue(signedWith);
    }
}
