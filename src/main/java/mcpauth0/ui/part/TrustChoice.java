package mcpauth0.ui.part;

import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.Session;
import org.jspecify.annotations.Nullable;

/** Whom else to trust: a PEM file of a private authority. Folded while there is none; absent in practice. */
public final class TrustChoice extends TitledPane {

    /** Takes the file into use. */
    @FunctionalInterface
    public interface Use {
        void use(@Nullable Path pem) throws IOException;
    }

    public TrustChoice(Services services, Session session, ReadOnlyObjectProperty<@Nullable Path> current, Use use,
            String title, String note) {
        var texts = services.texts();
        setText(title);
        setAnimated(false);
        visibleProperty().bind(session.practiceProperty().isNull());
        managedProperty().bind(visibleProperty());
        var file = Words.body("");
        var trouble = Words.body("");
        trouble.getStyleClass().add("field-error");
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        var choose = new Button(texts.get("frame.trust.choose"));
        choose.setOnAction(_ -> services.files().open(title, pem -> take(use, pem, trouble, services)));
        var remove = new Button(texts.get("frame.trust.remove"));
        remove.setOnAction(_ -> take(use, null, trouble, services));
        current.subscribe(pem -> {
            file.setText(pem == null ? texts.get("frame.trust.none") : pem.toString());
            remove.setDisable(pem == null);
            if (pem != null)
                setExpanded(true);
        });
        setExpanded(current.get() != null);
        setContent(new VBox(8, Words.secondary(note), file, trouble, new FlowPane(8, 8, choose, remove)));
    }

    private static void take(Use use, @Nullable Path pem, javafx.scene.control.Label trouble, Services services) {
        try {
            use.use(pem);
            trouble.setText("");
        } catch (IOException e) {
            trouble.setText(services.texts().get("frame.trust.unreadable", String.valueOf(pem)));
        }
    }
}
