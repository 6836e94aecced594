package mcpauth0.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mcpauth0.plan.Change;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Plan;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Mark;
import mcpauth0.ui.model.Trouble;
import org.jspecify.annotations.Nullable;

/** What a plan would change, how far that is, and how it ended: said alike wherever something is applied. */
public final class Applying {

    private Applying() {
    }

    /**
     * What is to be approved, one card per change, after what cannot be done.
     *
     * @param drifted whether the tenant changed since the last plan was seen
     */
    public static List<Node> planned(Texts texts, Plan plan, boolean drifted) {
        var nodes = new ArrayList<Node>();
        if (drifted)
            nodes.add(Note.look(texts.get("page.review.drifted"), texts.get("page.review.drifted.note")));
        for (var item : plan.refusals())
            if (item.change() instanceof Change.Refused(var reason, var values))
                nodes.add(Note.look(texts.get("step." + item.step() + ".title"),
                        texts.get("step." + item.step() + ".refused." + reason, values)));
        var list = new VBox(8);
        for (var item : plan.writes())
            list.getChildren().add(new ChangeCard(texts, item, Mark.TO_DO));
        if (!plan.writes().isEmpty())
            nodes.add(list);
        return nodes;
    }

    /**
     * How far each change is.
     *
     * @param done ids of steps
     * @param current the step that is being done; null for none
     * @param broken the step at which it stopped; null for none
     */
    public static VBox marked(Texts texts, Plan plan, List<String> done, @Nullable String current,
            @Nullable String broken) {
        var list = new VBox(8);
        for (var item : plan.writes())
            list.getChildren().add(new ChangeCard(texts, item, done.contains(item.step())
                    ? Mark.GOOD
                    : item.step().equals(current)
                            ? Mark.RUNNING
                            : item.step().equals(broken) ? Mark.BROKEN : Mark.TO_DO));
        return list;
    }

    /**
     * How it ended.
     *
     * @param undone whether it was taking back
     * @param done how many changes are done
     */
    public static List<Node> ended(Texts texts, Outcome outcome, boolean undone, int done) {
        return switch (outcome) {
            case Outcome.Proven _ -> {
                var key = undone ? "page.review.undone" : "page.review.proven";
                yield List.of(Note.good(texts.get(key, done), texts.get(key + ".note", done)));
            }
            case Outcome.Drifted _ ->
                List.of(Note.look(texts.get("page.review.drifted"), texts.get("page.review.drifted.note")));
            case Outcome.Lacking(var permissions) ->
                List.of(Note.look(texts.get("page.review.lacking", permissions.size()),
                        texts.get("page.review.lacking.note", String.join(", ", permissions))));
            case Outcome.Busy _ ->
                List.of(Note.look(texts.get("page.review.busy"), texts.get("page.review.busy.note")));
            case Outcome.Stopped(_, var failure, _, var left) ->
                List.of(new Problem(texts, Trouble.ofTenant(failure, null)), left(texts, done, left));
            case Outcome.NotSettled(var step, var still, _, var left) ->
                List.of(Note.look(texts.get("step." + step + ".title"), unsettled(texts, step, still)),
                        left(texts, done, left));
            case Outcome.Cancelled(_, var left) -> List.of(left(texts, done, left));
        };
    }

    private static String unsettled(Texts texts, String step, Change still) {
        if (still instanceof Change.Refused(var why, var values))
            return texts.get("step." + step + ".refused." + why, values);
        return texts.get(still instanceof Change.Diverged ? "page.review.diverged" : "page.review.not-settled");
    }

    private static Node left(Texts texts, int done, List<String> left) {
        return Note.look(texts.get("page.review.left", done, left.size()), texts.get("page.review.left.note"));
    }

    /** The step at which it stopped; null where it did not stop at one. */
    public static @Nullable String stoppedAt(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stopped(var step, _, _, _) -> step;
            case Outcome.NotSettled(var step, _, _, _) -> step;
            case Outcome.Proven _,Outcome.Drifted _,Outcome.Lacking _,Outcome.Busy _,Outcome.Cancelled _ -> null;
        };
    }
}
