package mcpauth0.ui.page;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Plan;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Pace;
import mcpauth0.ui.model.ReviewModel;
import mcpauth0.ui.model.ReviewModel.Stage;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.Applying;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.PaceBar;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Waiting;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** The cure of one finding, where it is told: what would change, the button that does it, how it ended. */
final class CurePane extends VBox {

    /** What the pane asks of the page. */
    interface Asks {

        /** It is done, or was done already: what it can have altered is to be looked at again. */
        void cured();

        /** Nothing more is wanted; the keyboard is to go back to where it came from. */
        void closed();

        /** To where a permission can be given. */
        void toTenant();
    }

    private final Texts texts;
    private final Session session;
    private final ReviewModel model;
    private final Asks asks;

    CurePane(Texts texts, Session session, ReviewModel model, Asks asks) {
        super(10);
        this.texts = texts;
        this.session = session;
        this.model = model;
        this.asks = asks;
        setId("cure");
        getStyleClass().add("cure");
        setFocusTraversable(true);
        model.stageProperty().subscribe(this::show);
        model.read();
    }

    private String domain() {
        return String.valueOf(session.setup().tenant());
    }

    private String shortName() {
        var tenant = session.setup().tenant();
        return tenant == null ? "" : tenant.shortName();
    }

    private void show(Stage stage) {
        if (stage instanceof Stage.Working(var plan, var pace) && plan != null
                && lookup("#pace-bar") instanceof PaceBar bar) {
            goesOn(bar, plan, pace);
            return;
        }
        switch (stage) {
            case Stage.Reading _ ->
                say("", List.of(new Waiting(texts, texts.get("page.review.reading.now", domain()), model::cancel)));
            case Stage.Unread(var why) -> say("", List.of(new Problem(texts, why)), again(), close());
            case Stage.Ready(var plan, var drifted) -> ready(plan, drifted);
            case Stage.Working(var plan, var pace) when plan != null -> {
                var bar = new PaceBar(texts, texts.get("page.review.stop"), model::cancel);
                say(texts.get("page.review.working.lead", domain()), List.of(bar, new VBox()));
                goesOn(bar, plan, pace);
            }
            case Stage.Ended(var plan, var outcome, var done) when plan != null -> ended(plan, outcome, done);
            case Stage.Choosing _,Stage.Working _,Stage.Ended _ ->
                throw new IllegalStateException("takes nothing back");
        }
    }

    private void ready(Plan plan, boolean drifted) {
        var count = plan.writes().size();
        var content = Applying.planned(texts, plan, drifted);
        if (count > 0)
            say(texts.get("page.check.cure.plan", count, domain()), content,
                    button("cure-apply", texts.get("page.review.apply", count, shortName()), model::apply, "accent"),
                    close());
        else if (plan.refusals().isEmpty())
            say("", List.of(Note.good(texts.get("page.check.cure.already", domain()),
                    texts.get("page.check.cure.already.note"))), look(), close());
        else
            say("", content, again(), close());
    }

    private void goesOn(PaceBar bar, Plan plan, Pace pace) {
        bar.show(pace);
        getChildren().set(getChildren().indexOf(bar) + 1,
                Applying.marked(texts, plan, pace.done(), pace.current(), null));
    }

    private void ended(Plan plan, Outcome outcome, List<String> done) {
        if (outcome instanceof Outcome.Proven) {
            asks.cured();
            return;
        }
        var content = new ArrayList<>(Applying.ended(texts, outcome, false, done.size()));
        content.add(Applying.marked(texts, plan, done, null, Applying.stoppedAt(outcome)));
        var buttons = new ArrayList<Button>();
        switch (outcome) {
            case Outcome.Stopped _,Outcome.Cancelled _ ->
                buttons.add(button("cure-go-on", texts.get("page.review.go-on"), model::resume, "accent"));
            case Outcome.Lacking _ ->
                buttons.add(button("cure-tenant", texts.get("page.review.locked.go"), asks::toTenant, "accent"));
            case Outcome.Proven _,Outcome.Drifted _,Outcome.Busy _,Outcome.NotSettled _ -> buttons.add(again());
        }
        if (!done.isEmpty())
            buttons.add(look());
        buttons.add(close());
        say("", content, buttons.toArray(Button[]::new));
    }

    /** Takes the keyboard, so that what is new is read out and the next Tab leads into it. */
    private void say(String lead, List<Node> content, Button... buttons) {
        getChildren().clear();
        if (!lead.isEmpty())
            getChildren().add(Words.heading(lead));
        getChildren().addAll(content);
        if (buttons.length > 0)
            getChildren().add(new FlowPane(8, 8, buttons));
        setAccessibleText(lead.isEmpty() ? texts.get("page.check.cure.pane") : lead);
        requestFocus();
    }

    private Button again() {
        return button("cure-again", texts.get("page.review.again"), model::read, null);
    }

    private Button look() {
        return button("cure-look", texts.get("page.check.cure.look"), asks::cured, null);
    }

    private Button close() {
        return button("cure-close", texts.get("page.check.cure.close"), asks::closed, null);
    }

    private static Button button(String id, String label, Runnable deed, @Nullable String style) {
        var button = new Button(label);
        button.setId(id);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        if (style != null)
            button.getStyleClass().add(style);
        return button;
    }
}
