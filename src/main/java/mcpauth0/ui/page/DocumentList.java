package mcpauth0.ui.page;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.ClientDocument;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Guide;
import mcpauth0.ui.model.RegistrationModel;
import mcpauth0.ui.model.RegistrationModel.Look;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Waiting;
import mcpauth0.ui.part.Words;

/** Documents that clients publish about themselves: those of known clients, and any other; each can be looked at first. */
final class DocumentList extends VBox {

    private final Texts texts;
    private final RegistrationModel model;
    private final Session session;
    private final VBox list = new VBox(8);
    private final TextField address = new TextField();
    private final Label error = Words.body("");
    private List<String> shown = List.of();

    DocumentList(Texts texts, RegistrationModel model, Session session) {
        super(8);
        this.texts = texts;
        this.model = model;
        this.session = session;
        address.setId("document-address");
        address.setPromptText("https://");
        address.setAccessibleText(say("address"));
        HBox.setHgrow(address, Priority.ALWAYS);
        var add = new Button(say("add"));
        add.setId("add-document");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        address.setOnAction(_ -> add());
        error.getStyleClass().setAll("label", "field-error");
        error.setId("document-address-error");
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        var label = new Label(say("address"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(address);
        getChildren().setAll(list, label, error, new HBox(8, address, add));
        session.setupProperty().subscribe(_ -> show());
        session.snapshotProperty().subscribe(_ -> fill());
        model.lookProperty().subscribe(_ -> show());
    }

    private String say(String key, Object... values) {
        return texts.get("page.registration.documents." + key, values);
    }

    private void add() {
        var typed = address.getText().strip();
        var fits = typed.startsWith("https://") && RegistrationModel.leadsBack(typed);
        error.setText(fits ? "" : say("address.wrong"));
        if (!fits) {
            address.requestFocus();
            return;
        }
        address.clear();
        model.choose(typed, true);
    }

    private void show() {
        if (!model.documents().equals(shown))
            fill();
        list.getChildren().forEach(row -> ((Row) row).refresh());
    }

    private void fill() {
        shown = model.documents();
        list.getChildren().setAll(shown.stream().<Node>map(Row::new).toList());
    }

    private final class Row extends VBox {

        private final String document;
        private final CheckBox box;
        private final VBox result = new VBox();

        Row(String document) {
            super(4);
            this.document = document;
            var guide = Guide.CLIENTS.stream().filter(one -> one.document().equals(document)).findFirst();
            var name = guide.map(one -> texts.get("client." + one.id() + ".name")).orElse(document);
            box = new CheckBox(name);
            box.setId("document-" + guide.map(Guide::id).orElse(document));
            box.setMnemonicParsing(false);
            box.setWrapText(true);
            box.selectedProperty().subscribe((_, wanted) -> model.choose(document, wanted));
            var preview = new Button(say("preview"));
            preview.setId("preview-" + guide.map(Guide::id).orElse(document));
            preview.setAccessibleText(say("preview.of", name));
            preview.setDisable(session.tenant() == null);
            preview.setOnAction(_ -> model.preview(document));
            preview.setMinWidth(USE_PREF_SIZE);
            var notes = Words.under();
            if (guide.isPresent())
                notes.getChildren().add(Words.secondary(document));
            if (model.imported(document))
                notes.getChildren().add(Words.secondary(say("imported")));
            var words = new VBox(4, box, notes);
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(12, words, preview);
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(line);
            result.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(result.getChildren()));
            getChildren().add(result);
            refresh();
        }

        final void refresh() {
            box.setSelected(model.registration().documents().contains(document));
            switch (model.lookProperty().get()) {
                case Look.Busy(var of) when of.equals(document) ->
                    result.getChildren().setAll(new Waiting(texts, say("looking"), model::cancel));
                case Look.Shown(var seen) when seen.address().equals(document) ->
                    result.getChildren().setAll(told(seen));
                case Look.Failed(var of, var why) when of.equals(document) ->
                    result.getChildren().setAll(new Problem(texts, why));
                case Look.NotYet _,Look.Busy _,Look.Shown _,Look.Failed _ -> result.getChildren().clear();
            }
        }

        private Node told(ClientDocument seen) {
            if (!seen.violations().isEmpty())
                return Note.look(say("unfit"), String.join("\n", seen.violations()));
            var note = Note.good(say("fit", seen.name()), say("fit.note", String.join("\n", seen.callbacks())));
            if (!seen.warnings().isEmpty())
                note.and(Words.secondary(String.join("\n", seen.warnings())));
            return note;
        }
    }
}
