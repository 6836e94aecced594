package mcpauth0.ui.page;

import java.time.Instant;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Departure;
import mcpauth0.auth0.Retirement;
import mcpauth0.plan.Outcome;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Trouble;
import mcpauth0.ui.part.Note;
import mcpauth0.ui.part.Problem;
import mcpauth0.ui.part.TraceLine;
import mcpauth0.ui.part.Words;

/** How clearing up ended: what was done, what was not, and why. */
final class CareEnd {

    private CareEnd() {
    }

    private static String say(Texts texts, String key, Object... values) {
        return texts.get("page.care." + key, values);
    }

    /** @param key {@code retired} or {@code restored} */
    static Node retired(Texts texts, Retirement.Result result, String key) {
        var box = new VBox(16);
        var failure = result.failure();
        if (failure != null)
            box.getChildren().add(new Problem(texts, Trouble.ofTenant(failure, null)));
        if (result.busy())
            box.getChildren().add(Note.look(texts.get("page.review.busy"), texts.get("page.review.busy.note")));
        box.getChildren().add(Note.good(say(texts, key, result.done().size()), say(texts, key + ".note")));
        if (!result.spared().isEmpty())
            box.getChildren().add(Note.look(say(texts, "spared", result.spared().size()),
                    say(texts, "spared.note", String.join(", ", result.spared()))));
        if (!result.left().isEmpty())
            box.getChildren()
                    .add(Note.look(say(texts, "not-reached", result.left().size()), say(texts, "not-reached.note")));
        var list = new VBox(2);
        result.done().forEach(name -> list.getChildren().add(Words.secondary(name)));
        box.getChildren().add(list);
        return box;
    }

    static Node left(Texts texts, Departure.Result result, Function<Instant, String> date) {
        var box = new VBox(16);
        if (result.clean())
            box.getChildren().add(Note.good(say(texts, "left.clean"), say(texts, "left.clean.note")));
        var failure = result.failure();
        if (failure != null)
            box.getChildren().add(new Problem(texts, Trouble.ofTenant(failure, null)));
        switch (result.undone()) {
            case Outcome.Lacking(var permissions) -> box.getChildren().add(Note.look(say(texts, "left.lacking"),
                    texts.get("page.review.lacking.note", String.join(", ", permissions))));
            case Outcome.Busy _ ->
                box.getChildren().add(Note.look(texts.get("page.review.busy"), texts.get("page.review.busy.note")));
            case Outcome.Stopped(_, var why, _, _) ->
                box.getChildren().add(new Problem(texts, Trouble.ofTenant(why, null)));
            case Outcome.Proven _,Outcome.Drifted _,Outcome.NotSettled _,Outcome.Cancelled _ -> {
                // What remains is listed below.
            }
        }
        for (var step : result.steps())
            box.getChildren().add(Note.look(texts.get("step." + step + ".title"), say(texts, "left.step")));
        for (var trace : result.remains())
            box.getChildren().add(new TraceLine(texts, trace, date));
        return box;
    }
}
