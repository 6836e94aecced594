package mcpauth0.diagnose.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.diagnose.validation.Trials.Tried;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Sends trials by their kind, each kind between two calls with the genuine token: the one after a kind is the one before
 * the next. What does not need one another goes out three at a time, no more: the server is somebody's. Where the genuine
 * token stops working, so does this.
 */
final class Rounds {

    private static final int TOGETHER = 3;

    private final Look look;
    private final Function<Secret, McpAnswer> call;
    private final Supplier<McpAnswer> control;
    private final Map<Forgery, Tried> tried = new EnumMap<>(Forgery.class);
    private final Map<Forgery, Verdict> unsent = new EnumMap<>(Forgery.class);
    private McpAnswer before;
    private @Nullable Secret renewed;

    /**
     * @param call what every token is tried with
     * @param control a call with the genuine token
     */
    Rounds(Look look, Function<Secret, McpAnswer> call, Supplier<McpAnswer> control) {
        this.look = look;
        this.call = call;
        this.control = control;
        this.before = control.get();
    }

    /** @param tokens by the name of the variant; where there are none, the verdict is blocked for what was missing */
    void tokens(Forgery kind, Map<String, Secret> tokens, String missing) throws InterruptedException {
        if (tokens.isEmpty())
            unsent.put(kind, new Blocked(missing));
        else
            calls(kind, tokens.entrySet().stream().<Callable<Trial>>map(
                    one -> () -> new Trial(one.getKey(), call.apply(one.getValue()))).toList());
    }

    /** Several trials of one kind that do not need one another. */
    void calls(Forgery kind, List<Callable<Trial>> calls) throws InterruptedException {
        if (!working(kind))
            return;
        var done = new ArrayList<Trial>();
        for (var from = 0; from < calls.size(); from += TOGETHER)
            done.addAll(look.together(calls.subList(from, Math.min(calls.size(), from + TOGETHER))));
        enter(kind, done);
    }

    /** What makes its own trials, one after another; an empty list says that there was nothing to try. */
    void oneByOne(Forgery kind, Supplier<List<Trial>> trials, Supplier<Verdict> otherwise) {
        if (!working(kind))
            return;
        var done = trials.get();
        if (done.isEmpty())
            unsent.put(kind, otherwise.get());
        else
            enter(kind, done);
    }

    private boolean working(Forgery kind) {
        if (!before.accepted())
            unsent.put(kind, new Blocked("control"));
        return before.accepted();
    }

    private void enter(Forgery kind, List<Trial> done) {
        var after = control.get();
        tried.put(kind, new Tried(done, before, after));
        before = after;
    }

    /** With controls of its own. */
    void put(Forgery kind, Tried own) {
        tried.put(kind, own);
    }

    void not(Forgery kind, Verdict why) {
        unsent.put(kind, why);
    }

    /** The refresh token of the login was used, and this came in its place. */
    void renewed(@Nullable Secret refresh) {
        renewed = refresh;
    }

    Trials done(McpAnswer bare, List<String> left) {
        return new Trials(bare, tried, unsent, left, renewed);
    }
}
