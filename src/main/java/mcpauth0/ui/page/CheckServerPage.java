package mcpauth0.ui.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.http.Http;
import mcpauth0.http.Trust;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;
import mcpauth0.text.Texts;
import mcpauth0.ui.Page;
import mcpauth0.ui.Services;
import mcpauth0.ui.model.Card;
import mcpauth0.ui.model.CheckModel;
import mcpauth0.ui.model.CheckModel.Phase;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Field;
import mcpauth0.ui.part.FindingCard;
import mcpauth0.ui.part.Form;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Checks any MCP server, without a tenant and without touching the set-up. */
public final class CheckServerPage implements Page {

    public static final String ID = "check-server";

    private final Services services;
    private final Texts texts;
    private final CheckModel model;
    private final TextField address = new TextField();
    private final Field field;
    private final Form form;
    private final VBox problem = new VBox(4);
    private final CheckChoices choices;
    private final ObjectProperty<@Nullable Path> authority = new SimpleObjectProperty<>();
    private final CheckView view;
    private final CheckButtons buttons;
    private final VBox body;
    private final ObservableValue<Heading> heading;
    private final ObservableValue<@Nullable Forward> forward;
    private Trust trust;

    public CheckServerPage(Services services, Session session) {
        this.services = services;
        texts = services.texts();
        trust = services.network().trust();
        model = new CheckModel(services.work(), services.clock(),
                Checking.on(() -> new Http(session.reach().network().withTrust(trust)),
                        () -> Checking.clients(services),
                        session.aged()));
        choices = new CheckChoices(texts, false);
        field = new Field("check-address", texts.get("page.check-server.address"), "", address);
        form = form();
        view = new CheckView(model, texts, acts(), form, () -> {
            throw new IllegalStateException("nothing is cured here");
        }, services.work());
        buttons = new CheckButtons(services, model, this::start, null, _ -> true);
        body = new VBox(16, buttons.saved(), view);
        heading = Bindings.createObjectBinding(
                () -> CheckView.heading(model.phase(), ID, address.getText().strip(), texts), model.phaseProperty());
        forward = Bindings.createObjectBinding(() -> switch (model.phase()) {
            case Phase.Ready _,Phase.Stopped _ -> new Forward(texts.get("page.check.start"), this::start);
            case Phase.Running _ -> null;
            case Phase.Finished _ -> new Forward(texts.get("page.check-server.another"), model::forget);
        }, model.phaseProperty());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public ObservableValue<Heading> heading() {
        return heading;
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<@Nullable Forward> forward() {
        return forward;
    }

    @Override
    public List<Button> buttons() {
        return buttons.all();
    }

    @Override
    public Node first() {
        return address;
    }

    @Override
    public boolean cancelWait() {
        var running = model.running();
        model.cancel();
        return running;
    }

    /** Puts an address in, to be checked when the operator says so; ends what was checked before. */
    public void suggest(String typed) {
        model.forget();
        form.clear();
        address.setText(typed);
    }

    private Form form() {
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        problem.getStyleClass().addAll("panel", "panel-trouble");
        address.setPromptText(texts.get("page.check-server.address.hint"));
        address.setOnAction(_ -> start());
        address.getStyleClass().add("value");
        var questions = new ArrayList<Node>(List.of(problem, field, authority()));
        questions.addAll(choices.of(texts.get("page.check-server.sign-in.note"), null));
        return new Form(texts, questions.toArray(Node[]::new));
    }

    private Node authority() {
        var label = new Label(texts.get("page.check-server.ca"));
        label.setWrapText(true);
        label.getStyleClass().add("field-label");
        var chosen = Words.secondary("");
        var choose = new Button(texts.get("page.check-server.ca.choose"));
        choose.setOnAction(_ -> services.files().open(texts.get("page.check-server.ca"), this::trust));
        var remove = new Button(texts.get("page.check-server.ca.remove"));
        remove.managedProperty().bind(remove.visibleProperty());
        remove.setOnAction(_ -> {
            trust = services.network().trust();
            authority.set(null);
            choose.requestFocus();
        });
        authority.subscribe(file -> {
            chosen.setText(file == null ? texts.get("page.check-server.ca.none") : file.toString());
            remove.setVisible(file != null);
        });
        return new VBox(4, label, chosen, new FlowPane(8, 4, choose, remove));
    }

    private void trust(Path file) {
        try {
            trust = services.network().trust().plus(Trust.read(file));
            authority.set(file);
            problem.setVisible(false);
        } catch (IOException _) {
            tell("page.check-server.ca-unread", List.of(file.toString()));
        }
    }

    private void start() {
        form.clear();
        switch (McpUrl.parse(address.getText())) {
            case Parsed.Bad<McpUrl> bad -> {
                form.complain(field, Trouble.of(bad));
                var _ = form.holds();
            }
            case Parsed.Good<McpUrl>(var server) -> {
                problem.setVisible(false);
                model.start(choices.chosen(server, services.browser()));
            }
        }
    }

    private void tell(String key, List<String> values) {
        problem.getChildren().setAll(Words.heading(texts.get(key + ".problem", values)),
                Words.body(texts.get(key + ".cause", values)), Words.body(texts.get(key + ".cure", values)));
        problem.setVisible(true);
    }

    private FindingCard.Acts acts() {
        return new FindingCard.Acts() {
            @Override
            public String cureLabel(String step) {
                return "";
            }

            @Override
            public Node cure(Card card, String step, Runnable closed) {
                throw new IllegalStateException(step);
            }

            @Override
            public ObservableBooleanValue busy() {
                return new SimpleBooleanProperty();
            }

            @Override
            public void open(String url) {
                Checking.open(services, url);
            }
        };
    }
}
