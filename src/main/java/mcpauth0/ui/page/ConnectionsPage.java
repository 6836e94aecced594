package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Snapshot;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.ConnectionsModel;
import mcpauth0.ui.model.ConnectionsModel.Choice;
import mcpauth0.ui.model.ConnectionsModel.Reading;
import mcpauth0.ui.model.Dashboard;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.MarkShape;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Waiting;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Who may sign in: the connections that MCP clients offer to people. */
public final class ConnectionsPage extends PlainPage {

    public static final String ID = "sign-in-connections";

    private final ConnectionsModel model;
    private final VBox complaint = new VBox();
    private final VBox list = new VBox(12);

    public ConnectionsPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        model = new ConnectionsModel(session, services.work());
        body.getChildren().setAll(complaint, list);
        complaint.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(complaint.getChildren()));
        session.snapshotProperty().subscribe(_ -> show());
        model.readingProperty().subscribe((_, _) -> show());
        session.setupProperty().subscribe((_, _) -> show());
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        return setup.connections().isEmpty()
                ? super.step(words, setup, passed)
                : String.join(", ", setup.connections());
    }

    @Override
    public @Nullable Node first() {
        return list.lookup(".check-box");
    }

    @Override
    public void shown() {
        if (session.tenant() != null && session.snapshot() == null)
            model.read();
        model.propose();
        show();
        model.count();
    }

    @Override
    public boolean cancelWait() {
        return model.cancel();
    }

    private void show() {
        switch (model.readingProperty().get()) {
            case Reading.Busy _ -> list.getChildren().setAll(new Waiting(texts,
                    say("reading", String.valueOf(session.setup().tenant())), model::cancel));
            case Reading.Failed(var why) -> list.getChildren().setAll(new Problem(texts, why, again(), connect()));
            case Reading.Rests _ when session.snapshot() == null ->
                list.getChildren().setAll(Note.look(say("unread"), say("unread.note")).and(connect()));
            case Reading.Rests _ -> {
                choices();
                return;
            }
        }
        forward.set(new Forward(texts.get("frame.continue"), () -> walk.detour("tenant")));
    }

    private void choices() {
        var choices = model.choices();
        if (connections().equals(choices.stream().map(Choice::connection).toList()))
            for (var i = 0; i < choices.size(); i++)
                ((Row) list.getChildren().get(i)).box.setSelected(choices.get(i).chosen());
        else
            list.getChildren().setAll(choices.stream().<Node>map(Row::new).toList());
        if (choices.isEmpty())
            list.getChildren().setAll(
                    new Problem(texts, new Trouble("input.connections-none", List.of(), null), dashboard(), again()));
        forward.set(new Forward(texts.get("frame.continue"), this::onward));
    }

    private Button connect() {
        return button("connect-tenant", say("unread.go"), () -> walk.detour("tenant"));
    }

    private Button again() {
        return button("read-tenant", say("again"), model::read);
    }

    private Button dashboard() {
        return button("open-connections", texts.get("where.open", texts.get("dashboard.connections")),
                () -> Checking.open(services, Dashboard.CONNECTIONS.address(session.setup().tenant())));
    }

    private static Button button(String id, String label, Runnable deed) {
        var button = new Button(label);
        button.setId(id);
        button.setWrapText(true);
        button.setMinHeight(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        return button;
    }

    /** Those in sight. */
    private List<Snapshot.Connection> connections() {
        return list.getChildren().stream().filter(Row.class::isInstance).map(row -> ((Row) row).connection).toList();
    }

    private void onward() {
        complaint.getChildren().clear();
        if (session.setup().connections().isEmpty()) {
            var trouble = new Trouble("input.connections-empty", List.of(), null);
            var proposed = model.proposed();
            var problem = proposed.isEmpty()
                    ? new Problem(texts, trouble)
                    : new Problem(texts, trouble,
                            button("propose-connections", say("propose", String.join(", ", proposed)), this::propose));
            complaint.getChildren().add(problem);
            problem.requestFocus();
        } else
            walk.next();
    }

    private void propose() {
        complaint.getChildren().clear();
        model.propose();
        list.lookupAll(".check-box").stream().filter(box -> ((CheckBox) box).isSelected()).findFirst()
                .ifPresent(Node::requestFocus);
    }

    private final class Row extends VBox {

        private final Snapshot.Connection connection;
        private final CheckBox box;

        Row(Choice choice) {
            super(4);
            connection = choice.connection();
            getStyleClass().add("card");
            box = new CheckBox(say("kind." + choice.kind(), connection.name()));
            box.setId("connection-" + connection.name());
            box.setMnemonicParsing(false);
            box.setWrapText(true);
            box.setMinHeight(USE_PREF_SIZE);
            box.setSelected(choice.chosen());
            box.selectedProperty().subscribe((_, wanted) -> model.choose(connection.name(), wanted));
            var chips = new FlowPane(8, 4);
            if (connection.domainLevel())
                chips.getChildren().add(chip(say("chip.domain")));
            var people = Words.secondary("");
            people.managedProperty().bind(people.textProperty().isNotEmpty());
            model.peopleProperty().subscribe(found -> {
                var count = found.get(connection.name());
                people.setText(count == null ? "" : say("people", count));
            });
            var notes = Words.under();
            notes.setId("note-" + connection.name());
            getChildren().addAll(box, notes);
            // What has to be known before choosing stands right at the choice.
            if (connection.openSignUp())
                notes.getChildren().add(warning(say("sign-up.note")));
            if (connection.developerKeys())
                notes.getChildren().add(warning(say("developer.note")));
            notes.getChildren().addAll(Words.secondary(say("kind." + choice.kind() + ".note")), people);
            if (!chips.getChildren().isEmpty())
                notes.getChildren().add(chips);
        }

        private static Node warning(String text) {
            var mark = new MarkShape(Mark.LOOK);
            mark.getStyleClass().add("status-small");
            var words = Words.body(text);
            HBox.setHgrow(words, Priority.ALWAYS);
            return new HBox(8, mark, words);
        }

        private static Label chip(String text) {
            var chip = new Label(text);
            chip.getStyleClass().add("chip");
            return chip;
        }
    }
}
