package mcpauth0.ui.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Creation;
import mcpauth0.auth0.Departure;
import mcpauth0.auth0.Logs;
import mcpauth0.auth0.OwnGrant;
import mcpauth0.auth0.Retirement;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Care;
import mcpauth0.ui.model.CareModel;
import mcpauth0.ui.model.CareModel.Stage;
import mcpauth0.ui.model.Session;
import mcpauth0.ui.part.DriftCard;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.PaceBar;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.Question;
import mcpauth0.ui.part.RegistrationList;
import mcpauth0.ui.part.SureButton;
import mcpauth0.ui.part.TraceLine;
import mcpauth0.ui.part.Waiting;
import mcpauth0.ui.part.Words;

/** The tenant after the set-up: what changed since, whom nobody uses, what this program made, and the way out. */
public final class CarePage extends PlainPage {

    public static final String ID = "care";

    private final CareModel model;
    private final WayOut wayOut;

    public CarePage(Services services, Session session, Walk walk) {
        super(ID, services, session, walk);
        model = new CareModel(session, services.work());
        wayOut = new WayOut(texts, body, model::cancel);
        model.stageProperty().subscribe(stage -> {
            show(stage);
            if (!model.working())
                wayOut.ended();
        });
        session.tenantProperty().subscribe((_, _) -> show(model.stage()));
    }

    /** What is read and done; for whoever walks the pages by themselves. */
    public CareModel model() {
        return model;
    }

    @Override
    public void shown() {
        if (session.tenant() != null && !model.working())
            model.read();
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
        if (session.tenant() != null)
            model.cancel();
        return busy;
    }

    private void show(Stage stage) {
        // What goes on is told where it stands, and its button keeps the keyboard.
        if (stage instanceof Stage.Working(_, var pace) && body.lookup("#pace-bar") instanceof PaceBar bar) {
            bar.show(pace);
            return;
        }
        if (stage instanceof Stage.Reading(var pause) && body.lookup("#waiting") instanceof Waiting waiting) {
            waiting.say(reading(pause));
            return;
        }
        body.getChildren().clear();
        forward.set(new Forward(say("back"), walk::back));
        if (stage instanceof Stage.Closed(var until)) {
            head("closed", domain());
            body.getChildren().add(Note.good(say("closed"), say("closed.note", date(until))));
            return;
        }
        if (session.tenant() == null) {
            head("locked");
            body.getChildren().add(Note.look(say("locked"), say("locked.note")));
            forward.set(new Forward(say("locked.go"), () -> walk.detour("tenant")));
            return;
        }
        switch (stage) {
            case Stage.Reading(var pause) -> {
                head("reading", domain());
                body.getChildren().add(new Waiting(texts, reading(pause), model::cancel));
                forward.set(null);
            }
            case Stage.Unread(var why) -> {
                head("unread", domain());
                body.getChildren().add(new Problem(texts, why));
                forward.set(new Forward(say("again"), model::read));
            }
            case Stage.Ready(var care) -> ready(care);
            case Stage.Working(var deed, var pace) -> {
                head(deed, domain());
                var bar = new PaceBar(texts, say("stop"), model::cancel);
                bar.show(pace);
                body.getChildren().add(bar);
                forward.set(null);
            }
            case Stage.Retired(var result, var restored) -> retired(result, restored);
            case Stage.Left(var result) -> left(result);
            case Stage.Closed _ -> throw new IllegalStateException();
        }
    }

    private String reading(long pause) {
        return pause > 0 ? texts.get("part.pace.pause", pause) : say("reading.now", domain());
    }

    private void head(String key, Object... values) {
        heading.set(new Heading(say(key + ".title", values), say(key + ".lead", domain())));
    }

    private String domain() {
        return String.valueOf(session.setup().tenant());
    }

    private String date(Instant at) {
        return texts.moment(at, ZoneId.systemDefault());
    }

    private void ready(Care care) {
        head("ready", domain());
        body.getChildren().addAll(drift(care), registrations(care), room(care), traces(care), door(care));
    }

    private VBox section(String key, Node... content) {
        var box = new VBox(8, Words.heading(say(key)));
        box.setId("care-" + key);
        box.getChildren().addAll(content);
        return box;
    }

    private Node drift(Care care) {
        var box = section("drift");
        if (care.applied().isEmpty())
            box.getChildren().add(Words.body(say("drift.nothing-applied")));
        else if (care.drifts().isEmpty())
            box.getChildren().add(Note.good(say("drift.none"), say("drift.none.note", care.applied().size())));
        for (var drift : care.drifts())
            box.getChildren().add(new DriftCard(texts, drift, this::date));
        if (!care.drifts().isEmpty()) {
            if (!care.logged())
                box.getChildren().add(Words.secondary(say("drift.no-log", Logs.PERMISSION)));
            box.getChildren().add(new FlowPane(8, 8, review("drift.review")));
        }
        return box;
    }

    private Node registrations(Care care) {
        var all = care.registrations();
        var box = section("registrations");
        if (all.count() == 0)
            box.getChildren().add(Words.body(say("registrations.none")));
        else {
            var reach = all.reach();
            box.getChildren().add(Words.secondary(reach == null
                    ? say("registrations.no-log", all.count(), Logs.PERMISSION)
                    : say("registrations.count", all.count(), date(reach))));
            if (reach != null && !all.agreed())
                box.getChildren().add(Words.secondary(say("registrations.no-agreements")));
            var list = new RegistrationList(texts, all, this::date);
            box.getChildren().add(list);
            var lacking = lacking(care, Retirement.permissions());
            box.getChildren().add(lacking.isEmpty()
                    ? retire(list)
                    : Words.secondary(say("registrations.lacking", String.join(", ", lacking))));
        }
        if (!care.retired().isEmpty())
            box.getChildren().add(restore(care));
        return box;
    }

    private Node retire(RegistrationList list) {
        var button = new SureButton("care-retire", () -> say("retire.go", list.chosen().size()),
                asking("retire", () -> new Object[]{list.chosen().size(), domain()}),
                () -> model.retire(list.chosen()));
        list.onChoice(() -> button.renew(!list.chosen().isEmpty()));
        return button;
    }

    /** A question in the words {@code <key>.ask}, {@code .what} and {@code .sure}. */
    private SureButton.Asking asking(String key, Supplier<Object[]> values) {
        return (no, yes) -> {
            var now = values.get();
            return new Question("care-" + key, say(key + ".ask", now), say(key + ".what", now),
                    new Question.Answer(say("keep"), no), new Question.Answer(say(key + ".sure", now), yes));
        };
    }

    private Node restore(Care care) {
        var lacking = lacking(care, Retirement.undoPermissions());
        var count = care.retired().size();
        var note = Words.secondary(lacking.isEmpty()
                ? say("restore.note", count)
                : say("restore.lacking", count, String.join(", ", lacking)));
        if (!lacking.isEmpty())
            return note;
        return new VBox(8, note, new SureButton("care-restore", () -> say("restore.go", count),
                asking("restore", () -> new Object[]{count, domain()}), model::restore));
    }

    private static List<String> lacking(Care care, List<String> needed) {
        return needed.stream().filter(permission -> !care.tenant().permissions().contains(permission)).toList();
    }

    private Node room(Care care) {
        return section("room", Words.body(say("room.applications", care.applications(), Care.FREE)),
                Words.body(say("room.apis", care.apis(), Care.FREE)), Words.secondary(say("room.note")));
    }

    private Node traces(Care care) {
        var box = section("traces");
        if (!care.traced())
            box.getChildren().add(Words.body(say("traces.none")));
        if (!care.applied().isEmpty())
            box.getChildren().add(Words.body(say("traces.changes", care.applied().size())));
        care.traces().stream().filter(trace -> care.traced() || !trace.own())
                .forEach(trace -> box.getChildren().add(new TraceLine(texts, trace, this::date)));
        if (!care.traced())
            return box;
        var there = care.traces().stream()
                .filter(trace -> trace.there() && (trace.kind() == Creation.Kind.TEST_CLIENT
                        || trace.kind() == Creation.Kind.DECOY))
                .count();
        box.getChildren().add(new SureButton("care-leave", () -> say("leave.go"),
                asking("leave", () -> new Object[]{care.applied().size(), there, domain()}), model::depart));
        return box;
    }

    private Node door(Care care) {
        var box = section("door", Words.body(say("door.why")));
        var own = care.own().orElse(null);
        if (own == null)
            box.getChildren().add(Words.secondary(say("door.none")));
        else if (own.ofDashboard())
            box.getChildren().add(Words.secondary(say("door.dashboard", date(own.expires()))));
        else if (!lacking(care, List.of(OwnGrant.PERMISSION)).isEmpty())
            box.getChildren().add(Words.secondary(say("door.by-hand", own.application())));
        else
            box.getChildren().add(new SureButton("care-close", () -> say("close.go"),
                    asking("close", () -> new Object[]{own.application(), date(own.expires()), domain()}),
                    () -> model.close(own)));
        return box;
    }

    private void retired(Retirement.Result result, boolean restored) {
        var key = restored ? "restored" : "retired";
        var whole = result.failure() == null && result.left().isEmpty();
        head(whole ? key : key + ".stopped", result.done().size());
        body.getChildren().add(CareEnd.retired(texts, result, key));
        forward.set(new Forward(say("again"), model::read));
    }

    private void left(Departure.Result result) {
        head(result.clean() ? "left" : "left.not", domain());
        body.getChildren().add(CareEnd.left(texts, result, this::date));
        forward.set(new Forward(say("again"), model::read));
        if (!result.steps().isEmpty())
            body.getChildren().add(new FlowPane(8, 8, review("left.review")));
    }

    private Button review(String label) {
        var review = new Button(say(label));
        review.setId("care-review");
        review.setOnAction(_ -> walk.show("review"));
        return review;
    }
}
