package mcpauth0.ui.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.Report.Overall;
import mcpauth0.plan.Change;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.History;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Shelf;
import mcpauth0.ui.part.FieldValues;
import mcpauth0.ui.part.MarkShape;
import mcpauth0.ui.part.Question;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** A set-up of an earlier day: whose it is, how it stood last, what changed since, and what can be done with it. */
final class SetupCard extends HBox {

    private static final int MOST_MOVED = 3;
    private static final double LONG_ROW = 640;

    private final Texts texts;
    private final String id;
    private final Setup setup;
    private final History history;

    /** What its buttons do. */
    interface Deeds {

        /** @param page where to; null for where it was left */
        void goOn(@Nullable String page);

        void remove();
    }

    SetupCard(Texts texts, Shelf.Item item, Setup setup, ZoneId zone, Deeds deeds) {
        super(12);
        this.texts = texts;
        this.id = item.id();
        this.setup = setup;
        this.history = item.history();
        setId("card-" + id);
        getStyleClass().addAll("card", "setup-card");
        var title = Words.heading(name());
        title.getStyleClass().add("choice-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var state = new Label(state());
        state.getStyleClass().add("chip");
        state.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(12, title, state);
        head.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(4, head, Words.secondary(where()));
        cause().ifPresent(cause -> words.getChildren().add(Words.body(cause)));
        var times = times(zone);
        if (!times.isEmpty())
            words.getChildren().add(Words.secondary(String.join(" · ", times)));
        var rows = new VBox(10, words);
        rows.getChildren().addAll(moved(zone));
        rows.getChildren().add(buttons(deeds));
        HBox.setHgrow(rows, Priority.ALWAYS);
        getChildren().setAll(new MarkShape(mark()), rows);
    }

    private String say(String key, Object... values) {
        return texts.get("part.setup." + key, values);
    }

    private String name() {
        var server = setup.server();
        return !setup.api().name().isBlank()
                ? setup.api().name()
                : server == null ? say("no-server") : server.host();
    }

    private String where() {
        var server = setup.server();
        var tenant = setup.tenant();
        if (server == null)
            return tenant == null ? say("nothing") : tenant.value();
        return tenant == null ? server.value() : say("where", server.value(), tenant.value());
    }

    /** Whether it ever came as far as a tenant that is as it wants, or a check. */
    private boolean begunOnly() {
        return history.settled() == null && history.checked() == null;
    }

    private List<History.Moved> drift() {
        var looked = history.looked();
        return looked == null ? List.of() : looked.moved();
    }

    private Mark mark() {
        var checked = history.checked();
        if (!drift().isEmpty())
            return Mark.LOOK;
        if (checked == null)
            return history.settled() == null ? Mark.TO_DO : Mark.UNSEEN;
        return switch (checked.overall()) {
            case HEALTHY -> Mark.GOOD;
            case WARNINGS -> Mark.LOOK;
            case BROKEN -> Mark.BROKEN;
            case INCONCLUSIVE -> Mark.UNSEEN;
        };
    }

    /** In one word or two. */
    private String state() {
        var checked = history.checked();
        if (!drift().isEmpty())
            return say("moved", drift().size());
        if (begunOnly())
            return say("unfinished", pageName());
        if (checked == null)
            return say("unchecked");
        return switch (checked.overall()) {
            case HEALTHY -> say("healthy", checked.held());
            case WARNINGS -> say("warnings");
            case BROKEN -> say("broken");
            case INCONCLUSIVE -> say("inconclusive");
        };
    }

    private String pageName() {
        var page = "page." + setup.page() + ".name";
        return texts.get(texts.has(page) ? page : "page.server.name");
    }

    /** What the last check found first. */
    private Optional<String> cause() {
        var checked = history.checked();
        return checked == null || checked.overall() == Overall.HEALTHY
                ? Optional.empty()
                : checked.causes().stream().map(cause -> "check." + cause + ".title").filter(texts::has).findFirst()
                        .map(title -> texts.get(title));
    }

    private List<String> times(ZoneId zone) {
        var all = new ArrayList<String>();
        var checked = history.checked();
        if (checked != null)
            all.add(say("checked", texts.moment(checked.at(), zone)));
        var looked = history.looked();
        if (looked != null)
            all.add(say("looked", texts.moment(looked.at(), zone)));
        else if (history.settled() == null && !begunOnly())
            all.add(say("not-in-tenant"));
        return all;
    }

    private List<Node> moved(ZoneId zone) {
        var all = new ArrayList<Node>();
        drift().stream().limit(MOST_MOVED).forEach(one -> {
            all.add(one.field().isEmpty()
                    ? Words.body(texts.get("part.drift.gone", one.target()))
                    : new FieldValues(texts, List.of(new Change.Field(one.field(), one.ours(), one.now()))));
            all.add(Words.secondary(by(one, zone)));
        });
        return all;
    }

    private String by(History.Moved one, ZoneId zone) {
        var by = one.by();
        Instant at = one.at();
        return by == null || at == null ? say("moved.unknown") : say("moved.by", by, texts.moment(at, zone));
    }

    /** What is done often stands in the row, the rest in its last button. */
    private Node buttons(Deeds deeds) {
        var row = new FlowPane(8, 8);
        row.setPrefWrapLength(LONG_ROW);
        if (begunOnly()) {
            var remove = button("remove", deeds::remove);
            remove.setOnAction(_ -> ask(row, remove, deeds));
            row.getChildren().setAll(first("continue", () -> deeds.goOn(null)), remove);
            return row;
        }
        if (!drift().isEmpty())
            row.getChildren().add(first("restore", () -> deeds.goOn("review")));
        row.getChildren().addAll(button("check", () -> deeds.goOn("check")),
                button("change", () -> deeds.goOn("api")),
                button("undo", () -> deeds.goOn("review")));
        var more = named(new MenuButton(say("more")), "more");
        more.getItems().setAll(item("export", () -> deeds.goOn("configuration")),
                item("care", () -> deeds.goOn(CarePage.ID)), new SeparatorMenuItem(),
                item("remove", () -> ask(row, more, deeds)));
        row.getChildren().add(more);
        return row;
    }

    /** Below the row, in place of an earlier question; a no gives the keyboard back. */
    private void ask(FlowPane row, Node from, Deeds deeds) {
        if (!(row.getParent() instanceof VBox rows))
            return;
        rows.getChildren().removeIf(Question.class::isInstance);
        var asked = new Question[1];
        Runnable close = () -> rows.getChildren().remove(asked[0]);
        asked[0] = new Question("remove-" + id, say("remove.sure", name()),
                say(history.settled() == null ? "remove.note" : "remove.settled"),
                new Question.Answer(say("remove.no"), () -> {
                    close.run();
                    from.requestFocus();
                }), new Question.Answer(say("remove.yes"), () -> {
                    close.run();
                    deeds.remove();
                }));
        rows.getChildren().add(asked[0]);
        asked[0].begin();
    }

    private Button first(String task, Runnable action) {
        var button = button(task, action);
        button.getStyleClass().add("accent");
        return button;
    }

    private Button button(String task, Runnable action) {
        var button = named(new Button(say(task)), task);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private <T extends ButtonBase> T named(T button, String task) {
        button.setId(task + "-" + id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(say("button", say(task), name()));
        return button;
    }

    private MenuItem item(String task, Runnable action) {
        var item = new MenuItem(say(task));
        item.setId(task + "-" + id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
