package mcpauth0.ui.page;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcpauth0.setup.Registration.Application;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Guide;
import mcpauth0.ui.model.RegistrationModel;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Applications to be made for named clients, one under the other, and a choice of clients for the next. */
final class ApplicationList extends VBox {

    private final Texts texts;
    private final RegistrationModel model;
    private final VBox rows = new VBox(12);
    private final ComboBox<String> client = new ComboBox<>();

    ApplicationList(Texts texts, RegistrationModel model) {
        super(12);
        this.texts = texts;
        this.model = model;
        client.setId("application-client");
        client.setAccessibleText(say("client"));
        client.getItems().setAll(Stream.concat(Guide.CLIENTS.stream().map(Guide::id),
                Stream.of(RegistrationModel.OTHER)).toList());
        client.setValue(client.getItems().getFirst());
        client.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null ? "" : name(id);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        var add = new Button(say("add"));
        add.setId("add-application");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        var line = new FlowPane(8, 8, client, add);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(rows, line);
        rows.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(rows.getChildren()));
        rows.sceneProperty().subscribe(scene -> {
            if (scene != null && !answers().equals(model.registration().applications()))
                show(model.registration().applications());
        });
    }

    private String say(String key, Object... values) {
        return texts.get("page.registration.by-hand." + key, values);
    }

    private String name(String id) {
        return id.equals(RegistrationModel.OTHER) ? say("other") : texts.get("client." + id + ".name");
    }

    private void show(List<Application> applications) {
        rows.getChildren().setAll(applications.stream().<Node>map(Row::new).toList());
    }

    private void add() {
        var id = client.getValue();
        var row = new Row(model.proposed(id, id.equals(RegistrationModel.OTHER) ? "" : name(id)));
        rows.getChildren().add(row);
        keep();
        row.name.requestFocus();
    }

    private Stream<Row> each() {
        return rows.getChildren().stream().map(Row.class::cast);
    }

    private List<Application> answers() {
        return each().map(Row::answer).toList();
    }

    private void keep() {
        model.change(chosen -> chosen.withApplications(answers()));
    }

    /**
     * Says what is wrong with the answers. Equal ones are one; those that only their addresses tell apart need names of
     * their own.
     */
    void complain(Form form) {
        var wrong = each().filter(row -> row.wrong(form)).count();
        if (wrong == 0)
            model.registration().indistinct()
                    .flatMap(application -> each().filter(row -> row.answer().equals(application)).findFirst())
                    .ifPresent(row -> form.complain(row.nameField, trouble("application-indistinct")));
    }

    private static Trouble trouble(String key) {
        return new Trouble("input." + key, List.of(), null);
    }

    private final class Row extends VBox {

        private final String of;
        private final TextField name = new TextField();
        private final TextArea redirects = new TextArea();
        private final CheckBox confidential = new CheckBox(say("confidential"));
        private final Field nameField;
        private final Field redirectField;

        Row(Application application) {
            super(8);
            of = application.client();
            getStyleClass().add("card");
            name.setText(application.name());
            redirects.setText(String.join("\n", application.redirects()));
            redirects.setPrefRowCount(3);
            redirects.getStyleClass().add("value");
            confidential.setSelected(application.confidential());
            confidential.setWrapText(true);
            confidential.setId("confidential");
            nameField = new Field("application-name", say("name"), say("name.note"), name);
            redirectField = new Field("application-redirects", say("redirects"), say("redirects.note"), redirects);
            var remove = new Button(say("remove"));
            remove.accessibleTextProperty().bind(name.textProperty().map(text -> say("remove.of", text)));
            remove.setOnAction(_ -> {
                rows.getChildren().remove(this);
                keep();
                client.requestFocus();
            });
            getChildren().setAll(Words.heading(ApplicationList.this.name(of)), nameField, redirectField,
                    new VBox(4, confidential, Words.secondary(say("confidential.note"))), remove);
            name.textProperty().subscribe((_, _) -> keep());
            redirects.textProperty().subscribe((_, _) -> keep());
            confidential.selectedProperty().subscribe((_, _) -> keep());
        }

        Application answer() {
            return new Application(of, name.getText().strip(),
                    redirects.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                    confidential.isSelected());
        }

        boolean wrong(Form form) {
            var answer = answer();
            var noName = answer.name().isEmpty() || answer.name().contains("<") || answer.name().contains(">");
            var noWay = answer.redirects().isEmpty()
                    || !answer.redirects().stream().allMatch(RegistrationModel::leadsBack);
            if (noName)
                form.complain(nameField, trouble("application-name"));
            if (noWay)
                form.complain(redirectField, trouble("application-redirect"));
            return noName || noWay;
        }
    }
}
