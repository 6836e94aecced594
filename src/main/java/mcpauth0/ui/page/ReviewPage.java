package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Plan;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Pace;
import mcpauth0.ui.model.ReviewModel;
import mcpauth0.ui.model.ReviewModel.Stage;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.model.Standing;
import mcpauth0.ui.model.TakeBack;
import mcpauth0.ui.part.AnswerList;
import mcpauth0.ui.part.Applying;
import mcpauth0.ui.part.ChangeCard;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.PaceBar;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.ReversalList;
import mcpauth0.ui.part.Waiting;
import org.jspecify.annotations.Nullable;

/** What would change, one row per change; the only button of the set-up that writes; and the way back. */
public final class ReviewPage extends PlainPage {

    public static final String ID = "review";

    private final ReviewModel model;
    private final WayOut wayOut;
    private final Button undo;
    private final Button again;
    private @Nullable Setup planned;

    public ReviewPage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        model = new ReviewModel(session, services.work());
        wayOut = new WayOut(texts, body, model::cancel);
        undo = new Button();
        undo.setId("undo-button");
        undo.setOnAction(_ -> model.takeBack());
        again = new Button(say("again"));
        again.setId("read-again");
        again.setOnAction(_ -> model.read());
        undo.managedProperty().bind(undo.visibleProperty());
        again.managedProperty().bind(again.visibleProperty());
        session.tenantProperty().subscribe((_, _) -> planned = null);
        session.overtakenProperty().subscribe((_, _) -> planned = null);
        model.stageProperty().subscribe(stage -> {
            show(stage);
            if (!model.working())
                wayOut.ended();
        });
    }

    /** What is planned, done and taken back; for whoever walks the pages by themselves. */
    public ReviewModel model() {
        return model;
    }

    @Override
    public String step(Texts words, Setup setup, boolean passed) {
        var line = Standing.of(session).review();
        return words.get(line.key(), line.value());
    }

    @Override
    public Mark stands(boolean passed) {
        return Standing.of(session).review().mark();
    }

    @Override
    public List<Button> buttons() {
        return List.of(undo, again);
    }

    /** Reads again when something else was chosen since; what was applied stays in sight. */
    @Override
    public void shown() {
        if (session.tenant() == null) {
            show(model.stage());
            return;
        }
        var setup = session.setup().withPage(null);
        if (model.working() || setup.equals(planned))
            return;
        planned = setup;
        model.read();
        // The model may have been at the same stage before the tenant was open.
        show(model.stage());
    }

    @Override
    public boolean asksBefore(Runnable go) {
        if (model.working())
            wayOut.ask(go);
        return model.working();
    }

    @Override
    public boolean cancelWait() {
        var busy = model.working() || model.stage() instanceof Stage.Reading;
        model.cancel();
        return busy;
    }

    private void show(Stage stage) {
        if (stage instanceof Stage.Working(var plan, var pace) && body.lookup("#pace-bar") instanceof PaceBar bar) {
            goesOn(bar, plan, pace);
            return;
        }
        body.getChildren().clear();
        undo.setVisible(false);
        undo.setText(say("undo"));
        again.setText(say("again"));
        again.setVisible(false);
        if (session.tenant() == null) {
            locked();
            return;
        }
        switch (stage) {
            case Stage.Reading _ -> {
                head("reading");
                body.getChildren().add(new Waiting(texts, say("reading.now", domain()), model::cancel));
                forward.set(null);
            }
            case Stage.Unread(var why) -> {
                head("unread");
                body.getChildren().add(new Problem(texts, why));
                forward.set(new Forward(say("again"), model::read));
            }
            case Stage.Ready(var plan, var drifted) -> ready(plan, drifted);
            case Stage.Choosing(var takeBack) -> choosing(takeBack);
            case Stage.Working(var plan, var pace) -> working(plan, pace);
            case Stage.Ended ended -> ended(ended.plan(), ended.outcome(), ended.done());
        }
    }

    private void head(String key, Object... values) {
        heading.set(new Heading(say(key + ".title", values), say(key + ".lead", domain())));
    }

    private String domain() {
        return String.valueOf(session.setup().tenant());
    }

    private void locked() {
        head("locked");
        body.getChildren().add(Note.look(say("locked"), say("locked.note")));
        forward.set(new Forward(say("locked.go"), () -> walk.detour("tenant")));
    }

    private void ready(Plan plan, boolean drifted) {
        var writes = plan.writes();
        var refusals = plan.refusals();
        again.setVisible(!writes.isEmpty() || refusals.isEmpty());
        undo.setVisible(model.undoable());
        head(writes.isEmpty() && refusals.isEmpty() ? "nothing" : "ready", writes.size());
        var inPlace = session.historyProperty().get().inPlace();
        if (!writes.isEmpty() && inPlace > 0)
            heading.set(new Heading(say("ready.title", writes.size()), say("ready.part", domain(), inPlace)));
        body.getChildren().addAll(Applying.planned(texts, plan, drifted));
        if (writes.isEmpty() && refusals.isEmpty()) {
            body.getChildren().add(Note.good(say("nothing"), say("nothing.note")));
            forward.set(new Forward(texts.get("frame.continue"), walk::next));
        } else if (writes.isEmpty())
            forward.set(new Forward(say("again"), model::read));
        else
            forward.set(new Forward(say("apply", writes.size(), shortName()), model::apply, true));
        body.getChildren().add(new AnswerList(texts, session.setup(), walk::detour));
    }

    /** The first page of taking back: nothing is written before its button. */
    private void choosing(TakeBack takeBack) {
        again.setText(say("take-back.keep"));
        head("take-back");
        if (takeBack.reversals().isEmpty()) {
            body.getChildren().add(Note.plain(say("take-back.none"), say("take-back.none.note")));
            forward.set(new Forward(say("again"), model::read));
            return;
        }
        var list = new ReversalList(texts, takeBack, services.clock());
        body.getChildren().add(list);
        list.visitChosen();
        takeBack.countProperty().subscribe(count -> {
            again.setVisible(count.intValue() > 0);
            forward.set(count.intValue() == 0
                    ? new Forward(say("take-back.keep"), model::read)
                    : new Forward(say("take-back.go", count, shortName()), model::undo, true));
        });
    }

    private String shortName() {
        var tenant = session.setup().tenant();
        return tenant == null ? "" : tenant.shortName();
    }

    private void working(@Nullable Plan plan, Pace pace) {
        head(plan == null ? "undoing" : "working");
        var bar = new PaceBar(texts, say("stop"), model::cancel);
        body.getChildren().addAll(bar, new VBox());
        goesOn(bar, plan, pace);
        forward.set(null);
    }

    private void goesOn(PaceBar bar, @Nullable Plan plan, Pace pace) {
        bar.show(pace);
        if (plan != null)
            body.getChildren().set(1, Applying.marked(texts, plan, pace.done(), pace.current(), null));
    }

    private void ended(@Nullable Plan plan, Outcome outcome, List<String> all) {
        var undone = plan == null;
        undo.setVisible(!all.isEmpty() && !undone);
        if (undone && !(outcome instanceof Outcome.Proven)) {
            again.setVisible(true);
            forward.set(new Forward(say("go-on-back"), model::takeBack));
        } else
            forward.set(new Forward(say("again"), model::read));
        var done = all.size();
        body.getChildren().addAll(Applying.ended(texts, outcome, undone, done));
        switch (outcome) {
            case Outcome.Proven _ when undone && !model.remaining().isEmpty() -> {
                head("undone-part", done);
                body.getChildren().add(rest(model.remaining()));
            }
            case Outcome.Proven _ when undone -> head("undone");
            case Outcome.Proven _ -> {
                head("proven", done);
                body.getChildren().add(made());
                forward.set(new Forward(texts.get("frame.continue"), walk::next));
            }
            case Outcome.Drifted _ -> head("drifted");
            case Outcome.Lacking _ -> {
                head("lacking");
                forward.set(new Forward(say("locked.go"), () -> walk.detour("tenant")));
            }
            case Outcome.Busy _ -> head("busy");
            case Outcome.Stopped _ -> {
                head(undone ? "undo-stopped" : "stopped");
                goOn(undone);
            }
            case Outcome.NotSettled _ -> head(undone ? "undo-stopped" : "stopped");
            case Outcome.Cancelled _ -> {
                head("cancelled");
                goOn(undone);
            }
        }
        if (plan != null) {
            var cards = Applying.marked(texts, plan, all, null, Applying.stoppedAt(outcome));
            cards.getChildren().stream().map(ChangeCard.class::cast)
                    .filter(card -> all.contains(card.item().step()))
                    .forEach(card -> card.offer(takeBack(card.item())));
            body.getChildren().add(cards);
        }
    }

    /** Leads to taking that one back; what relies on it is said there. */
    private Button takeBack(Plan.Item item) {
        var button = new Button(say("take-back.one"));
        button.setId("take-back-one-" + item.step());
        button.getStyleClass().add("small");
        button.setAccessibleText(say("take-back.one.of", texts.get(item.titleKey(), item.titleValues())));
        button.setOnAction(_ -> model.takeBack(item.step()));
        return button;
    }

    /** What is still in the tenant after something was taken back. */
    private Note rest(List<String> steps) {
        var more = new Button(say("undo"));
        more.setId("undo-more");
        more.setOnAction(_ -> model.takeBack());
        return Note.plain(say("undone-part.rest", steps.size()),
                String.join(" · ", steps.stream().map(step -> texts.get("step." + step + ".title")).toList()))
                .and(more);
    }

    /** What was approved and not done yet can go on at once; what changed meanwhile is seen by the model. */
    private void goOn(boolean undone) {
        if (undone)
            return;
        again.setVisible(true);
        forward.set(new Forward(say("go-on"), model::resume, true));
    }

    /** Filled as soon as the tenant was read again. */
    private Node made() {
        var place = new VBox();
        session.snapshotProperty().subscribe(_ -> place.getChildren().setAll(new MadeApplications(texts, session, "")));
        return place;
    }
}
