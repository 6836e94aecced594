package mcpauth0.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Session;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All steps of the set-up, always as many; what is done or next can be gone to. */
final class Rail extends VBox {

    private final Session session;
    private final Wizard wizard;
    private final Texts texts;
    private final VBox list = new VBox(2);
    private final ScrollPane scroll = new ScrollPane();
    private final Label name;
    private final VBox target = new VBox(2);
    private final Label domain = new Label();
    private boolean compact;

    Rail(Session session, Wizard wizard, Texts texts) {
        this.session = session;
        this.wizard = wizard;
        this.texts = texts;
        getStyleClass().add("rail");
        name = new Label(texts.get("app.name"));
        name.getStyleClass().add("rail-name");
        var head = new HBox(8, Icon.node(), name);
        head.getStyleClass().add("rail-head");
        head.setAlignment(Pos.CENTER_LEFT);
        scroll.setContent(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var title = new Label(texts.get("frame.target"));
        title.getStyleClass().add("secondary");
        domain.setId("target-domain");
        domain.getStyleClass().add("rail-domain");
        domain.setWrapText(true);
        domain.setMinHeight(USE_PREF_SIZE);
        target.getStyleClass().add("rail-target");
        target.getChildren().setAll(title, domain);
        getChildren().setAll(head, scroll, target);
        sceneProperty().subscribe(_ -> refresh());
        session.setupProperty().subscribe(_ -> refresh());
        session.practiceProperty().subscribe(_ -> refresh());
        session.connectionProperty().subscribe(_ -> refresh());
        session.historyProperty().subscribe(_ -> refresh());
        session.reportProperty().subscribe(_ -> refresh());
        session.outdatedProperty().subscribe(_ -> refresh());
    }

    /** Numbers alone, where there is no room for words. */
    void compact(boolean wanted) {
        if (compact == wanted)
            return;
        compact = wanted;
        refresh();
    }

    boolean compact() {
        return compact;
    }

    /** Out of sight it says nothing, and asks no page. */
    void refresh() {
        if (getScene() == null)
            return;
        list.getChildren().setAll(wizard.steps().stream().map(this::step).toList());
        var at = wizard.steps().indexOf(wizard.page());
        if (at >= 0)
            scroll.setVvalue((double) at / (wizard.steps().size() - 1));
        var tenant = session.setup().tenant();
        var called = session.connectionProperty().get();
        domain.setText(tenant == null
                ? texts.get("frame.target.none")
                : called == null ? tenant.value() : texts.get("frame.target.named", called, tenant));
        for (var node : java.util.List.<Node>of(name, target)) {
            node.setVisible(!compact);
            node.setManaged(!compact);
        }
        getStyleClass().removeAll("rail-compact");
        if (compact)
            getStyleClass().add("rail-compact");
    }

    private Node step(Page page) {
        var current = wizard.page().equals(page);
        var passed = wizard.done(page);
        var state = state(page, current, passed);
        var number = wizard.steps().indexOf(page) + 1;
        var title = words("page." + page.id() + ".name", "page." + page.id() + ".title");
        var wanted = current || wizard.wanted(page);
        var what = wanted ? page.step(texts, session.setup(), passed) : texts.get("frame.skipped");
        var button = new Button();
        button.setId("step-" + page.id());
        button.getStyleClass().addAll("rail-step", "rail-" + state);
        if (current)
            button.getStyleClass().add("rail-current");
        button.setGraphic(row(disc(number, state), title, what));
        button.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(texts.get("frame.step", number, wizard.steps().size(), title, what,
                texts.get("frame.step." + (current ? "current" : state))));
        if (compact)
            button.setTooltip(new Tooltip(title));
        button.setDisable(!wizard.reachable(page));
        button.setOnAction(_ -> wizard.leave(() -> wizard.show(page.id())));
        return button;
    }

    private Node row(Node disc, String title, String what) {
        if (compact)
            return disc;
        var first = new Label(title);
        first.getStyleClass().add("rail-title");
        var second = new Label(what);
        second.getStyleClass().add("rail-what");
        var row = new HBox(12, disc, new VBox(first, second));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** {@code done}, {@code look}, {@code broken} or {@code to-do} by what is known of it; {@code skipped} was passed over. */
    private String state(Page page, boolean current, boolean passed) {
        if (!current && !wizard.wanted(page))
            return wizard.passedOver(page) ? "skipped" : "to-do";
        return switch (page.stands(passed && !current)) {
            case GOOD -> "done";
            case LOOK -> "look";
            case BROKEN -> "broken";
            case TO_DO, RUNNING, UNSEEN -> "to-do";
        };
    }

    private static Node disc(int number, String state) {
        var disc = new StackPane(switch (state) {
            case "done" -> new FontIcon(Feather.CHECK);
            case "broken" -> new FontIcon(Feather.X);
            case "skipped" -> new FontIcon(Feather.MINUS);
            case "look" -> new Label("!");
            default -> new Label(String.valueOf(number));
        });
        disc.getStyleClass().add("rail-disc");
        return disc;
    }

    private String words(String key, String otherwise) {
        return texts.get(texts.has(key) ? key : otherwise);
    }
}
