package mcpauth0.ui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Role;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Who may do what, where tokens carry only what a person's roles give. Passed over where they do not. */
public final class RolesPage extends PlainPage {

    public static final String ID = "roles";

    private final VBox none;
    private final Button add;
    private final VBox rows = new VBox(12);
    private final Form form;

    public RolesPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        add = new Button(say("add"));
        add.setId("add-role");
        add.setOnAction(_ -> {
            var row = new Row(new Role("", "", session.setup().api().scopeValues(), List.of()));
            rows.getChildren().add(row);
            keep();
            row.name.requestFocus();
        });
        none = new VBox(Note.look(say("none"), say("none.note")));
        none.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(rows.getChildren()));
        none.managedProperty().bind(none.visibleProperty());
        form = new Form(texts, none, rows, add);
        body.getChildren().setAll(form);
        forward.set(new Forward(texts.get("frame.continue"), this::onward));
    }

    @Override
    public boolean wanted(Setup setup) {
        return setup.api().tokens().roles();
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        return setup.roles().isEmpty()
                ? super.step(words, setup, passed)
                : String.join(", ", setup.roles().stream().map(Role::name).toList());
    }

    @Override
    public @Nullable Node first() {
        return each().<Node>map(row -> row.name).findFirst().orElse(null);
    }

    /** Permissions may have been added since; one that is gone can be seen on no role any more, so no role keeps it. */
    @Override
    public void shown() {
        form.clear();
        rows.getChildren().setAll(session.setup().roles().stream().<Node>map(Row::new).toList());
        keep();
    }

    private Stream<Row> each() {
        return rows.getChildren().stream().map(Row.class::cast);
    }

    private void keep() {
        var now = each().map(Row::answer).toList();
        if (!now.equals(session.setup().roles()))
            session.setupProperty().set(session.setup().withRoles(now));
    }

    private void onward() {
        form.clear();
        var names = new ArrayList<String>();
        each().forEach(row -> row.complain(names));
        if (form.holds())
            walk.next();
    }

    private final class Row extends VBox {

        private final TextField name = new TextField();
        private final TextField description = new TextField();
        private final TextArea members = new TextArea();
        private final FlowPane permissions = new FlowPane(16, 8);
        private final Field nameField;
        private final Field memberField;

        Row(Role role) {
            super(12);
            getStyleClass().add("card");
            name.setText(role.name());
            description.setText(role.description());
            members.setText(String.join("\n", role.members()));
            members.setPrefRowCount(3);
            nameField = new Field("role-name", say("role-name"), say("role-name.note"), name);
            memberField = new Field("role-members", say("members"), say("members.note"), members);
            for (var scope : session.setup().api().scopes()) {
                var box = new CheckBox(scope.value());
                box.setMnemonicParsing(false);
                box.setId("permission-" + scope.value());
                box.setUserData(scope.value());
                box.setSelected(role.permissions().contains(scope.value()));
                box.selectedProperty().subscribe((_, _) -> keep());
                permissions.getChildren().add(box);
            }
            var remove = new Button(say("remove"));
            remove.accessibleTextProperty().bind(name.textProperty().map(text -> say("remove.of", text)));
            remove.setOnAction(_ -> {
                form.clear();
                rows.getChildren().remove(this);
                keep();
                add.requestFocus();
            });
            var title = Words.body(say("permissions"));
            title.getStyleClass().add("field-label");
            getChildren().setAll(nameField, new Field("role-description", say("description"), "", description),
                    new VBox(4, title, permissions), memberField, remove);
            for (var text : List.of(name.textProperty(), description.textProperty(), members.textProperty()))
                text.subscribe((_, _) -> keep());
        }

        Role answer() {
            return new Role(name.getText().strip(), description.getText().strip(),
                    permissions.getChildren().stream().map(CheckBox.class::cast).filter(CheckBox::isSelected)
                            .map(box -> String.valueOf(box.getUserData())).toList(),
                    members.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        }

        /** @param names of the roles before it; its own is added */
        void complain(List<String> names) {
            var answer = answer();
            if (answer.name().isEmpty() || names.contains(answer.name()))
                form.complain(nameField, new Trouble("input.role-name", List.of(), null));
            if (!answer.members().stream().allMatch(email -> email.matches("[^\\s@]+@[^\\s@]+")))
                form.complain(memberField, new Trouble("input.role-members", List.of(), null));
            names.add(answer.name());
        }
    }
}
