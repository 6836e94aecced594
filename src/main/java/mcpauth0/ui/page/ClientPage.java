package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.setup.McpUrl;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Guide;
import mcpauth0.ui.model.Guide.Outlook;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.MarkShape;
import mcpauth0.ui.part.Words;

/** How each client is told of the server, and what it will meet, as far as the last check can tell. */
public final class ClientPage extends PlainPage {

    public static final String ID = "client";

    private final FlowPane choice = new FlowPane(8, 8);
    private final VBox guide = new VBox(16);
    private String chosen = Guide.CLIENTS.getFirst().id();

    public ClientPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        body.getChildren().setAll(choice, guide);
        forward.set(new Forward(texts.get("page.client.next"), walk::next));
        session.setupProperty().subscribe(_ -> show());
        session.reportProperty().subscribe(_ -> show());
        session.snapshotProperty().subscribe(_ -> show());
    }

    /** Shows the guide of that client. */
    public void choose(String client) {
        chosen = client;
        show();
    }

    private void show() {
        var group = new ToggleGroup();
        choice.getChildren().clear();
        for (var client : Guide.CLIENTS) {
            var button = new ToggleButton(texts.get("client." + client.id() + ".name"));
            button.setToggleGroup(group);
            button.setSelected(client.id().equals(chosen));
            button.setUserData(client);
            choice.getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null)
                group.selectToggle(old);
            else if (now.getUserData() instanceof Guide client) {
                chosen = client.id();
                show(client);
            }
        });
        show(Guide.of(chosen));
    }

    private void show(Guide client) {
        var server = session.setup().server();
        guide.getChildren().clear();
        if (server == null) {
            guide.getChildren().add(Words.body(texts.get("page.configuration.missing.server")));
            return;
        }
        guide.getChildren().addAll(outlook(client, server), steps(client),
                new CopyField(texts, texts.get("page.client.address"), server.value(),
                        texts.get("page.client.address.note")));
        if (!client.option().isEmpty())
            guide.getChildren().add(new CopyField(texts, texts.get("page.client." + client.id() + ".option"),
                    client.option(), texts.get("page.client." + client.id() + ".option.note")));
        guide.getChildren().addAll(new MadeApplications(texts, session, client.id()), byHand(client));
    }

    private Node outlook(Guide client, McpUrl server) {
        var outlook = client.outlook(session.reportProperty().get(), session.practice() != null || server.loopback());
        var name = texts.get("client." + client.id() + ".name");
        var text = switch (outlook) {
            case Outlook.Connects _ -> texts.get("page.client.connects", name);
            case Outlook.Fails(var check) ->
                texts.get("page.client.fails", name, texts.get("check." + check + ".title"));
            case Outlook.OutOfReach _ -> texts.get("page.client.out-of-reach", name);
            case Outlook.Unknown _ -> texts.get("page.client.unknown", name);
        };
        var mark = switch (outlook) {
            case Outlook.Connects _ -> Mark.GOOD;
            case Outlook.Fails _ -> Mark.BROKEN;
            case Outlook.OutOfReach _ -> Mark.LOOK;
            case Outlook.Unknown _ -> Mark.UNSEEN;
        };
        var words = Words.body(text);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(8, new MarkShape(mark), words);
        var box = new VBox(4, line);
        if (!(outlook instanceof Outlook.Connects) && !(outlook instanceof Outlook.OutOfReach)) {
            var check = new Hyperlink(
                    texts.get(outlook instanceof Outlook.Fails ? "page.client.see" : "page.client.check"));
            check.setOnAction(_ -> walk.show(CheckPage.ID));
            box.getChildren().add(check);
        }
        box.getStyleClass().add("panel");
        return box;
    }

    private Node steps(Guide client) {
        var box = new VBox(4, Words.heading(texts.get("page.client.steps")));
        for (var n = 1; n <= client.steps(); n++) {
            var step = Words.body(texts.get("page.client." + client.id() + ".step." + n));
            HBox.setHgrow(step, Priority.ALWAYS);
            var number = Words.secondary(n + ".");
            number.setMinWidth(USE_PREF);
            box.getChildren().add(new HBox(8, number, step));
        }
        return box;
    }

    private static final double USE_PREF = javafx.scene.layout.Region.USE_PREF_SIZE;

    /** For tenants that keep registration closed: a client made by hand needs the exact callbacks. */
    private Node byHand(Guide client) {
        var box = new VBox(8, Words.heading(texts.get("page.client.by-hand")),
                Words.body(texts.get("page.client.by-hand.note")));
        if (texts.has("page.client." + client.id() + ".by-hand"))
            box.getChildren().add(Words.body(texts.get("page.client." + client.id() + ".by-hand")));
        for (var callback : client.callbacks())
            box.getChildren().add(new CopyField(texts, texts.get("page.client.callback"), callback, ""));
        return box;
    }

    @Override
    public List<javafx.scene.control.Button> buttons() {
        var care = new javafx.scene.control.Button(texts.get("page.client.care"));
        care.setId("go-care");
        care.setOnAction(_ -> walk.show(CarePage.ID));
        return List.of(care);
    }
}
