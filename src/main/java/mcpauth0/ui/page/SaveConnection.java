package mcpauth0.ui.page;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import mcpauth0.setup.Parsed;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.NamedConnectionsModel;
import mcpauth0.ui.model.NamedConnectionsModel.Ended;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Gives the open tenant a name to come back to; the secret goes to the keychain if the operator says so, else nowhere. */
final class SaveConnection extends VBox {

    /** Saves under that name, with or without the secret. */
    @FunctionalInterface
    interface Saving {
        void save(String name, boolean remember, @Nullable NamedConnection replacing, Consumer<Ended> ended);
    }

    private final Texts texts;
    private final TextField name = new TextField();
    private final Field field;
    private final CheckBox remember = new CheckBox();
    private final Label ended = Words.body("");
    private final Button button = new Button();
    private @Nullable NamedConnection inTheWay;

    /**
     * @param proposed what it is called, or may be called
     * @param hasSecret whether there is a secret that could be kept
     * @param kept whether it is kept already
     */
    SaveConnection(Texts texts, NamedConnectionsModel model, String proposed, boolean hasSecret, boolean kept,
            Saving saving) {
        super(8);
        this.texts = texts;
        getStyleClass().add("card");
        name.setText(proposed);
        field = new Field("connection-name", say("name"), say("name.note"), name);
        remember.setText(say("remember"));
        remember.setId("remember-secret");
        remember.setWrapText(true);
        var missing = model.keychainMissing();
        remember.setDisable(missing.isPresent());
        remember.setSelected(kept && missing.isEmpty());
        var where = Words.secondary(missing.map(id -> texts.get("keychain." + id) + " " + say("asked-again"))
                .orElse(say("remember.note")));
        for (var node : new javafx.scene.Node[]{remember, where}) {
            node.setVisible(hasSecret);
            node.setManaged(hasSecret);
        }
        button.setText(say("button"));
        name.textProperty().subscribe(() -> inTheWay(null));
        button.setId("save-connection");
        button.setOnAction(_ -> {
            field.complain("");
            ended.setText("");
            switch (NamedConnections.name(name.getText())) {
                case Parsed.Good<String>(var good) -> saving.save(good, hasSecret && remember.isSelected(), inTheWay,
                        this::show);
                case Parsed.Bad<String> bad -> complain(Trouble.of(bad));
            }
        });
        ended.managedProperty().bind(ended.textProperty().isNotEmpty());
        ended.setId("connection-saved");
        getChildren().setAll(Words.heading(say("title")), field, remember, where, button, ended);
    }

    private String say(String key, Object... values) {
        return texts.get("page.tenant.save." + key, values);
    }

    private void complain(Trouble why) {
        field.complain(texts.get(why.key() + ".problem", why.values()) + " "
                + texts.get(why.key() + ".cure", why.values()));
        name.requestFocus();
    }

    /** Losing one for another cannot be taken back, so it is agreed to by pressing again. */
    private void inTheWay(@Nullable NamedConnection other) {
        inTheWay = other;
        button.setMnemonicParsing(false);
        button.setText(other == null ? say("button") : say("replace", other.name()));
    }

    private void show(Ended end) {
        inTheWay(end instanceof Ended.Taken(var other) ? other : null);
        switch (end) {
            case Ended.Well(var saved) -> ended.setText(say("done", saved));
            case Ended.WithoutSecret(var saved, var id) -> ended.setText(say("done", saved) + " "
                    + texts.get("keychain." + id) + " " + say("asked-again"));
            case Ended.Taken(var other) -> complain(new Trouble("input.connection-name-taken", List.of(other.name(),
                    other.tenant().value(), texts.get("connection.by." + other.kind().id())), null));
            case Ended.Held(var held, var id) -> ended.setText(say("held", held) + " "
                    + SavedConnections.held(texts, held, id));
            case Ended.Badly(var why) -> complain(why);
        }
    }
}
