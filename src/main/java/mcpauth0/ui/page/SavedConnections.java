package mcpauth0.ui.page;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcpauth0.access.Keychain;
import mcpauth0.access.NamedConnection;
import mcpauth0.access.NamedConnections;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.NamedConnectionsModel;
import mcpauth0.ui.model.NamedConnectionsModel.Ended;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Question;
import org.jspecify.annotations.Nullable;

/** The tenants that the operator comes back to, by name. Absent while there are none, and in practice. */
final class SavedConnections extends VBox {

    private final Texts texts;
    private final NamedConnectionsModel model;
    private final ComboBox<NamedConnection> list = new ComboBox<>();
    private final VBox choice;
    private final VBox said = new VBox(8);

    SavedConnections(Texts texts, NamedConnectionsModel model, Session session, Consumer<NamedConnection> use) {
        super(8);
        this.texts = texts;
        this.model = model;
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable NamedConnection one) {
                return one == null ? "" : say("one", one.name(), one.tenant());
            }

            @Override
            public @Nullable NamedConnection fromString(String text) {
                return null;
            }
        });
        list.setMaxWidth(Double.MAX_VALUE);
        var connect = new Button(say("use"));
        connect.setId("use-connection");
        connect.setOnAction(_ -> with(use));
        var forget = new Button(say("forget"));
        forget.setId("forget-connection");
        forget.setOnAction(_ -> with(this::ask));
        choice = new VBox(8, new Field("saved-connections", say("title"), say("note"), list),
                new FlowPane(8, 8, connect, forget));
        said.managedProperty().bind(Bindings.isNotEmpty(said.getChildren()));
        getChildren().setAll(choice, said);
        model.allProperty().subscribe(this::show);
        model.troubleProperty().subscribe(this::complain);
        visibleProperty().bind(session.practiceProperty().isNull().and(Bindings.isNotEmpty(list.getItems())
                .or(Bindings.isNotEmpty(said.getChildren()))));
        managedProperty().bind(visibleProperty());
    }

    private String say(String key, Object... values) {
        return texts.get("page.tenant.saved." + key, values);
    }

    private void with(Consumer<NamedConnection> deed) {
        var one = list.getValue();
        said.getChildren().clear();
        if (one != null)
            deed.accept(one);
    }

    private void show(List<NamedConnection> all) {
        var before = list.getValue();
        list.getItems().setAll(all);
        list.setValue(all.stream().filter(one -> before != null && one.name().equals(before.name())).findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst()));
        choice.setVisible(!all.isEmpty());
        choice.setManaged(!all.isEmpty());
    }

    private void complain(@Nullable Trouble trouble) {
        said.getChildren().clear();
        if (trouble != null)
            said.getChildren().add(new Problem(texts, trouble));
    }

    /** Forgetting cannot be taken back, so it is asked for twice. */
    private void ask(NamedConnection one) {
        var question = new Question("forget", say("forget.title", one.name()),
                say(one.inKeychain() ? "forget.secret" : "forget.note"),
                new Question.Answer(say("forget.no"), () -> {
                    said.getChildren().clear();
                    list.requestFocus();
                }), new Question.Answer(say("forget.yes"), () -> model.forget(one.name(), this::ended)));
        said.getChildren().setAll(question);
        question.begin();
    }

    /** Why, and where the secret is. */
    static String held(Texts texts, String name, String id) {
        return texts.get("keychain." + id) + " "
                + texts.get("keychain.held", Keychain.OWNER, NamedConnections.account(name));
    }

    private void ended(Ended end) {
        switch (end) {
            case Ended.Well _ -> said.getChildren().clear();
            case Ended.Held(var name, var id) -> said.getChildren().setAll(Note.look(say("forget.stays", name),
                    held(texts, name, id) + " " + say("forget.stays.cure")));
            case Ended.WithoutSecret _,Ended.Taken _ -> throw new IllegalStateException("nothing was saved");
            case Ended.Badly(var why) -> said.getChildren().setAll(new Problem(texts, why));
        }
    }
}
