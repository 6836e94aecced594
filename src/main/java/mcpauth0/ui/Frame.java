package mcpauth0.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Announcer;
import mcpauth0.ui.part.Unfolded;
import mcpauth0.ui.part.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands around every page: banner, rail, heading, buttons. */
final class Frame extends BorderPane {

    /** As narrow as the way out becomes before anything else does; its words then stand in two lines. */
    private static final double LEAVE_EM = 6;

    private final Session session;
    private final Wizard wizard;
    private final Texts texts;
    private final Preferences preferences;
    private final Rail rail;
    private final Announcer announcer = new Announcer();
    private final Label title = new Label();
    private final Label lead = Words.body("");
    private final VBox column = new VBox();
    private final StackPane place = new StackPane(column);
    private final ScrollPane scroll = new ScrollPane();
    private final HBox bar = new HBox(8);
    private final FlowPane right = new FlowPane(8, 8);
    private final Button leave = new Button();
    private final Button back = new Button();
    private final Button main = new Button();
    private final Label notSaved = Words.secondary("");
    private final Label target = Words.secondary("");
    private final Keyboard keyboard = new Keyboard(scroll, column, main);
    private Subscription toPage = Subscription.EMPTY;

    Frame(Services services, Session session, Wizard wizard) {
        this.session = session;
        this.wizard = wizard;
        texts = services.texts();
        preferences = services.preferences();
        rail = new Rail(session, wizard, texts);
        getStyleClass().add("frame");
        title.getStyleClass().add("page-title");
        title.setId("page-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        lead.getStyleClass().add("lead");
        lead.managedProperty().bind(lead.textProperty().isNotEmpty());
        column.getStyleClass().add("page");
        scroll.setContent(place);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        scroll.skinProperty().subscribe(skin -> {
            // Cached, all of the page is drawn again for each word that changes on it.
            if (skin != null)
                scroll.lookup(".viewport").setCache(false);
        });
        setTop(new VBox(banner(), target, announcer));
        setCenter(scroll);
        setBottom(bar());
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        Theme.follow(this, services.preferences());
        addEventFilter(KeyEvent.KEY_PRESSED, keyboard::enter);
        addEventHandler(Unfolded.OPENED, opened -> keyboard.reveal((Node) opened.getTarget(), opened.place()));
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(keyboard::moved);
        widthProperty().subscribe(_ -> fitRail());
        preferences.textPercentProperty().subscribe(_ -> fitRail());
        wizard.pageProperty().subscribe(this::show);
        session.tenantProperty().subscribe(_ -> nameTarget());
        session.connectionProperty().subscribe(_ -> nameTarget());
        session.historyProperty().subscribe(_ -> nameLeave(wizard.inRail(wizard.page())));
    }

    /** An open tenant has its name on every page: in the rail, and where there is none, above the page. */
    private void nameTarget() {
        var open = session.tenant();
        var inRail = wizard.inRail(wizard.page()) && !rail.compact();
        var called = session.connectionProperty().get();
        target.setText(open == null || inRail
                ? ""
                : texts.get("frame.target.open", called == null
                        ? open.domain()
                        : texts.get("frame.target.inline", called, open.domain())));
    }

    /** In a narrow window with large text, the rail shows its numbers alone. */
    private void fitRail() {
        rail.compact(getWidth() > 0 && getWidth() < 56 * em());
        nameTarget();
    }

    private double em() {
        return 14.0 * preferences.textPercentProperty().get() / Preferences.SMALLEST;
    }

    /** Empty until there is practice: the first page does not wait for what it does not show. */
    private Node banner() {
        var box = new HBox(12);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("practice-banner");
        box.visibleProperty().bind(session.practiceProperty().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        session.practiceProperty().subscribe(pair -> {
            if (pair != null && box.getChildren().isEmpty())
                box.getChildren().setAll(inPractice());
        });
        return box;
    }

    private List<Node> inPractice() {
        var text = new Label(texts.get("frame.practice"));
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var end = new Button(texts.get("frame.practice.end"));
        end.setId("end-practice");
        end.getStyleClass().add("small");
        end.setMinWidth(USE_PREF_SIZE);
        end.setOnAction(_ -> wizard.leave(wizard.setups()::leavePractice));
        return List.of(new FontIcon(Feather.BOX), text, end);
    }

    private Node bar() {
        leave.setId("leave-button");
        leave.getStyleClass().add("flat");
        leave.setWrapText(true);
        leave.setMinHeight(USE_PREF_SIZE);
        leave.setTooltip(new Tooltip(texts.get("frame.close.what")));
        leave.setOnAction(_ -> wizard.leave(wizard::home));
        back.setId("back-button");
        back.setText(texts.get("frame.back"));
        back.setOnAction(_ -> wizard.leave(wizard::back));
        target.setId("open-tenant");
        target.getStyleClass().add("open-tenant");
        target.setMaxWidth(Double.MAX_VALUE);
        target.visibleProperty().bind(target.textProperty().isNotEmpty());
        target.managedProperty().bind(target.visibleProperty());
        main.setId("main-button");
        main.getStyleClass().add("accent");
        bar.getStyleClass().add("bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setPrefWrapLength(640);
        right.setMinHeight(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        return bar;
    }

    private void show(Page page) {
        toPage.unsubscribe();
        var inRail = wizard.inRail(page);
        setLeft(inRail ? rail : null);
        column.getChildren().setAll(new VBox(4, title, lead), page.body());
        column.getStyleClass().setAll("page", inRail ? "page-beside-rail" : "page-alone");
        place.setAlignment(inRail ? Pos.TOP_LEFT : Pos.TOP_CENTER);
        fill(page, inRail);
        toPage = Subscription.combine(page.heading().subscribe(heading -> {
            // Where a page has come to another state, it begins at its top again.
            if (!heading.title().equals(title.getText()))
                scroll.setVvalue(0);
            title.setText(heading.title());
            lead.setText(heading.lead());
            announce(page, inRail);
            rail.refresh();
        }), page.forward().subscribe(forward -> {
            // While the button that was pressed is away, the page has the keyboard; then the button has it again.
            if (forward == null && main.isFocused())
                column.requestFocus();
            main.setVisible(forward != null);
            main.setManaged(forward != null);
            if (forward != null) {
                main.setText(forward.label());
                main.setDefaultButton(!forward.writes());
                main.setOnAction(_ -> forward.action().run());
                if (column.isFocused())
                    keyboard.start();
            }
        }));
        rail.refresh();
        scroll.setVvalue(0);
        column.setAccessibleRole(AccessibleRole.PARENT);
        column.setAccessibleText(title.getText());
        var first = page.first();
        if (first == null)
            keyboard.start();
        else
            first.requestFocus();
    }

    /** Where one is now, and what the page has come to. */
    private void announce(Page page, boolean inRail) {
        announcer.say(inRail
                ? texts.get("frame.said.step", wizard.steps().indexOf(page) + 1, wizard.steps().size(), title.getText(),
                        lead.getText())
                : texts.get("frame.said", title.getText(), lead.getText()));
    }

    private void fill(Page page, boolean inRail) {
        bar.getChildren().clear();
        var home = wizard.all().indexOf(page) == wizard.steps().size();
        if (!home && !page.closes()) {
            nameLeave(inRail);
            leave.setAccessibleHelp(texts.get("frame.close.what"));
            bar.getChildren().add(leave);
        }
        bar.getChildren().addAll(notSaved, right);
        nameTarget();
        right.getChildren().setAll(page.buttons());
        if (inRail)
            right.getChildren().add(back);
        right.getChildren().add(main);
        leave.setMinWidth(LEAVE_EM * em());
    }

    /** Nothing is lost by leaving, so that there is no Cancel; once the tenant is as it shall be, there is no later. */
    private void nameLeave(boolean inRail) {
        var settled = session.historyProperty().get().settled() != null;
        leave.setText(texts.get(!inRail ? "frame.home" : settled ? "frame.close" : "frame.later"));
    }

    /** Whether what was entered is safe on disk; if not, the bar says so. */
    void saved(boolean well) {
        notSaved.setText(well ? "" : texts.get("frame.not-saved"));
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && wizard.page().cancelWait())
            event.consume();
    }
}
