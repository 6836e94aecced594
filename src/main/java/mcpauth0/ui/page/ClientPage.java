package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.AccessibleRole;
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
import mcpauth0.ui.model.Inquiry;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Standing;
import mcpauth0.ui.part.CopyField;
import mcpauth0.ui.part.InquiryPane;
import mcpauth0.ui.part.MarkShape;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** How each client is told of the server, and what it will meet, as far as the last check can tell. */
public final class ClientPage extends PlainPage {

    public static final String ID = "client";

    private final ToggleGroup group = new ToggleGroup();
    private final VBox guide = new VBox(16);
    private final VBox byHand = new VBox(8);
    private final Inquiry inquiry;
    private final InquiryPane failed;
    private String chosen = Guide.CLIENTS.getFirst().id();

    public ClientPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        inquiry = new Inquiry(services, session);
        failed = new InquiryPane(texts, inquiry, () -> chosen, this::lead, this::choose);
        body.getChildren().setAll(choice(), guide, failed, byHand);
        forward.set(new Forward(texts.get("page.client.next"), walk::next));
        session.setupProperty().subscribe(_ -> show());
        session.reportProperty().subscribe(_ -> show());
        session.snapshotProperty().subscribe(_ -> show());
    }

    @Override
    public Mark stands(boolean passed) {
        return Standing.of(session).client(passed).mark();
    }

    /** Shows the guide of that client. */
    public void choose(String client) {
        group.getToggles().stream().filter(toggle -> client.equals(toggle.getUserData())).findFirst()
                .ifPresent(group::selectToggle);
    }

    private Node choice() {
        var choice = new FlowPane(8, 8);
        choice.setAccessibleRole(AccessibleRole.PARENT);
        choice.setAccessibleText(texts.get("page.client.choice"));
        for (var client : Guide.CLIENTS) {
            var button = new ToggleButton(texts.get("client." + client.id() + ".name"));
            button.setId("client-" + client.id());
            button.setToggleGroup(group);
            button.setSelected(client.id().equals(chosen));
            button.setUserData(client.id());
            choice.getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null)
                group.selectToggle(old);
            else if (now.getUserData() instanceof String client && !client.equals(chosen)) {
                chosen = client;
                inquiry.clear();
                show();
            }
        });
        return choice;
    }

    private void show() {
        var client = Guide.of(chosen);
        var server = session.setup().server();
        guide.getChildren().clear();
        byHand.getChildren().clear();
        failed.setVisible(server != null);
        failed.setManaged(server != null);
        if (server == null) {
            guide.getChildren().add(Words.body(texts.get("page.configuration.missing.server")));
            return;
        }
        guide.getChildren().addAll(outlook(client, server), steps(client),
                new PasteList(services, session, client.id(), server),
                new MadeApplications(texts, session, client.id()));
        showByHand(client);
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
            check.setOnAction(_ -> lead(outlook instanceof Outlook.Fails(var stops) ? stops : null));
            box.getChildren().add(check);
        }
        box.getStyleClass().add("panel");
        return box;
    }

    /** To what the check found there; its way back leads here. */
    private void lead(@Nullable String check) {
        session.seek(check);
        walk.detour(CheckPage.ID);
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

    /** Whether it may have to be made known by hand: it was chosen so, or the check found registration closed. */
    private boolean byHand(Guide client) {
        var chosenWays = session.setup().registration();
        var report = session.reportProperty().get();
        return !chosenWays.dynamic()
                || chosenWays.applications().stream().anyMatch(one -> one.client().equals(client.id()))
                || (report != null && report.findings().stream()
                        .anyMatch(finding -> finding.broken() && finding.rule().id().equals("reg-dcr-disabled")));
    }

    /** For tenants that keep registration closed: a client made by hand needs the exact callbacks. */
    private void showByHand(Guide client) {
        if (!byHand(client))
            return;
        byHand.getChildren().add(Words.heading(texts.get("page.client.by-hand")));
        var own = "page.client." + client.id() + ".by-hand";
        if (!client.callbacks().isEmpty())
            byHand.getChildren().add(Words.body(texts.get("page.client.by-hand.note")));
        if (texts.has(own))
            byHand.getChildren().add(Words.body(texts.get(own)));
        for (var callback : client.callbacks())
            byHand.getChildren().add(new CopyField(texts, texts.get("page.client.callback"), callback, ""));
    }

    @Override
    public boolean cancelWait() {
        return inquiry.cancel();
    }

    @Override
    public List<javafx.scene.control.Button> buttons() {
        var care = new javafx.scene.control.Button(texts.get("page.client.care"));
        care.setId("go-care");
        care.setOnAction(_ -> walk.show(CarePage.ID));
        return List.of(care);
    }
}
