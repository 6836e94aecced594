package mcpauth0.ui.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Steps;
import mcpauth0.diagnose.Report;
import mcpauth0.oauth.RegisteredClient;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Conclusion;
import mcpauth0.ui.model.Dashboard;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Standing;
import mcpauth0.ui.model.Standing.End;
import mcpauth0.ui.part.AnswerList;
import mcpauth0.ui.part.MarkShape;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** Where a set-up ends: what is there now, what was proved, what can be done next, and what is left over. */
public final class FinishPage extends PlainPage {

    public static final String ID = "finish";

    private final SavedReport saved;
    private List<RegisteredClient> registered = List.of();
    private @Nullable Future<?> looking;

    public FinishPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        saved = new SavedReport(services);
        forward.set(new Forward(say("close"), walk::home));
    }

    @Override
    public boolean closes() {
        return true;
    }

    @Override
    public void shown() {
        saved.clear();
        show();
        looking = services.work().start(() -> session.clients().all(), found -> {
            registered = found.stream().filter(client -> client.issuer().equals(session.setup().issuer())).toList();
            show();
        }, _ -> {
            // What cannot be read was not made here.
        });
    }

    @Override
    public void hidden() {
        if (looking != null)
            looking.cancel(true);
    }

    private void show() {
        var standing = Standing.of(session);
        var end = standing.end();
        heading.set(new Heading(say(end.id() + ".title"),
                say(end.id() + ".lead", String.valueOf(session.setup().server()), domain())));
        body.getChildren().setAll(saved, proof(standing));
        if (session.historyProperty().get().settled() != null)
            body.getChildren().add(setUp());
        body.getChildren().addAll(next(end), leftOver(standing),
                new AnswerList(texts, session.setup(), say("chosen"), walk::detour));
    }

    private String domain() {
        return String.valueOf(session.setup().tenant());
    }

    /** What the last check said, in its own words where it is one of this window. */
    private Node proof(Standing standing) {
        var line = standing.check();
        var report = session.reportProperty().get();
        var told = new ArrayList<Node>();
        if (report != null) {
            var conclusion = Conclusion.of(report, texts);
            told.add(Words.body(conclusion.headline()));
            told.add(Words.secondary(conclusion.summary()));
        }
        if (report == null || standing.outdated())
            told.add(Words.body(unproved(standing)));
        var again = button("check", line.mark() == Mark.TO_DO ? "check.go" : "check.again",
                () -> walk.detour(CheckPage.ID));
        var words = new VBox(4);
        words.getChildren().setAll(told);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(10, new MarkShape(line.mark() == Mark.TO_DO ? Mark.UNSEEN : line.mark()), words, again);
        row.getStyleClass().add("card");
        return section("proof", row);
    }

    private String unproved(Standing standing) {
        var before = session.historyProperty().get().checked();
        if (standing.outdated())
            return say("outdated");
        return before == null
                ? say("unchecked")
                : say("checked", texts.get("page.check.step." + before.overall().name().toLowerCase(
                        java.util.Locale.ROOT)), texts.moment(before.at(), ZoneId.systemDefault()));
    }

    /** What is next stands first: with something open or broken, that is not to connect a client. */
    private Node next(End end) {
        var tasks = new ArrayList<Node>();
        if (end == End.PART)
            tasks.add(task("review", () -> walk.detour(ReviewPage.ID)));
        tasks.add(task("client", () -> walk.detour(ClientPage.ID)));
        tasks.add(task("configuration", () -> walk.detour(ConfigurationPage.ID)));
        var report = session.reportProperty().get();
        if (report != null)
            tasks.add(task("report", () -> save(report)));
        tasks.add(task("watch", () -> walk.show(CarePage.ID)));
        tasks.add(key());
        var box = section("next");
        box.getChildren().addAll(tasks);
        return box;
    }

    private void save(Report report) {
        saved.save(report);
        saved.requestFocus();
    }

    /** What to do, why, and the button that does it or leads there. */
    private HBox task(String id, Runnable action) {
        var words = new VBox(2, Words.body(say(id)), Words.secondary(say(id + ".note")));
        words.getChildren().getFirst().getStyleClass().add("field-label");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(12, words, button(id, id + ".go", action));
        row.getStyleClass().add("row");
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }

    /** This program can take its access away by itself; where it cannot, the dashboard can. */
    private Node key() {
        var row = task("key", () -> walk.show(CarePage.ID));
        var dashboard = button("dashboard", "key.dashboard",
                () -> Checking.open(services, Dashboard.APIS.address(session.setup().tenant())));
        var buttons = new FlowPane(8, 4);
        buttons.getChildren().setAll(row.getChildren().removeLast(), dashboard);
        ((VBox) row.getChildren().getFirst()).getChildren().addAll(Words.secondary(say("key.where")), buttons);
        return row;
    }

    private Node leftOver(Standing standing) {
        var box = section("left");
        var history = session.historyProperty().get();
        if (history.settled() == null)
            box.getChildren().add(Words.body(say("left.open", history.inPlace())));
        var looked = history.looked();
        if (looked != null && !looked.moved().isEmpty())
            box.getChildren().add(Words.body(say("left.moved", looked.moved().size())));
        if (standing.end() == End.BROKEN)
            box.getChildren().add(Words.body(say("left.broken")));
        for (var client : registered)
            box.getChildren().add(Words.body(say("left.test-client", client.clientId())));
        var made = new MadeApplications(texts, session, "");
        if (made.isVisible())
            box.getChildren().addAll(Words.body(say("left.made")), made);
        if (box.getChildren().size() == 1)
            box.getChildren().add(Note.good(say("left.nothing"), ""));
        return box;
    }

    /** In words: what is in the tenant now. */
    private Node setUp() {
        var setup = session.setup();
        var scopes = String.join(", ", setup.api().scopeValues());
        var box = section("set-up",
                Words.body(say("api", setup.api().name(), String.valueOf(setup.audience()), scopes)),
                Words.body(say("connections", String.join(", ", setup.connections()))));
        if (granted())
            box.getChildren().add(Words.body(say("grant", scopes)));
        box.getChildren().add(Words.secondary(say("in-place", session.historyProperty().get().inPlace(), domain())));
        return box;
    }

    /** Whether the set-up lets clients ask that it does not know by name. */
    private boolean granted() {
        return Steps.all().stream().anyMatch(
                step -> step.id().equals("grant-third-party-clients") && step.wanted(session.setup()));
    }

    private VBox section(String key, Node... content) {
        var box = new VBox(8, Words.heading(say(key)));
        box.setId("finish-" + key);
        box.getChildren().addAll(content);
        return box;
    }

    private Button button(String id, String label, Runnable action) {
        var button = new Button(say(label));
        button.setId("finish-go-" + id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static final double USE_PREF = javafx.scene.layout.Region.USE_PREF_SIZE;
}
