package mcpauth0.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mcpauth0.auth0.Steps;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Newer;
import mcpauth0.plan.Reversal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code undo}: takes back what was applied from this computer, one change or all, the newest first. */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--change", paramLabel = "ID", descriptionKey = "cli.undo.change")
    @Nullable
    String change;
    @Option(names = "--newer", paramLabel = "keep|replace", descriptionKey = "cli.undo.newer")
    @Nullable
    String newer;
    @Mixin
    TenantOptions tenant = new TenantOptions();

    UndoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var word = newer;
        var choice = word == null ? Newer.ASK : parsed(word);
        var work = new TenantWork(terminal);
        return work.on(tenant, null, (applier, _) -> {
            var entries = applier.recover();
            var done = entries.stream()
                    .filter(entry -> entry.state() == Journal.State.DONE && Steps.has(entry.step())).toList();
            var named = change;
            if (named != null && done.stream().noneMatch(entry -> entry.id().equals(named)))
                throw new WrongWords(terminal.sentence("cli.undo.unknown", named, known(done)));
            if (done.isEmpty()) {
                terminal.say("cli.undo.nothing");
                return Exit.GOOD;
            }
            var ids = named == null ? List.<String>of() : List.of(named);
            return work.told(applier.undo(ids, choices(applier.planUndo(ids), choice), work.progress()),
                    "cli.undo.done");
        });
    }

    private static Map<String, Newer.Choice> choices(List<Reversal> reversals, Newer choice) {
        var choices = new HashMap<String, Newer.Choice>();
        for (var reversal : reversals)
            if (reversal.change() instanceof Change.Diverged seen)
                choices.put(reversal.entry().id(), new Newer.Choice(choice, seen));
        return choices;
    }

    private Newer parsed(String word) {
        return switch (word) {
            case "keep" -> Newer.KEEP;
            case "replace" -> Newer.REPLACE;
            default -> throw new WrongWords(terminal.sentence("cli.undo.newer-unknown", word));
        };
    }

    private String known(List<Journal.Entry> done) {
        return done.isEmpty()
                ? terminal.texts().get("cli.undo.none")
                : String.join(", ", done.stream().map(entry -> entry.id() + " (" + entry.step() + ")").toList());
    }
}
