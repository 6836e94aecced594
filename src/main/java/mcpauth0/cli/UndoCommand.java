package mcpauth0.cli;

import java.util.List;
import java.util.concurrent.Callable;
import mcpauth0.plan.Journal;
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
    @Mixin
    TenantOptions tenant = new TenantOptions();

    UndoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var work = new TenantWork(terminal);
        return work.on(tenant, null, (applier, _) -> {
            var entries = applier.recover();
            var done = entries.stream().filter(entry -> entry.state() == Journal.State.DONE).toList();
            var named = change;
            if (named != null && done.stream().noneMatch(entry -> entry.id().equals(named)))
                throw new WrongWords(terminal.sentence("cli.undo.unknown", named, known(done)));
            if (done.isEmpty()) {
                terminal.say("cli.undo.nothing");
                return Exit.GOOD;
            }
            return work.told(applier.undo(named == null ? List.of() : List.of(named), work.progress()),
                    "cli.undo.done");
        });
    }

    private String known(List<Journal.Entry> done) {
        return done.isEmpty()
                ? terminal.texts().get("cli.undo.none")
                : String.join(", ", done.stream().map(entry -> entry.id() + " (" + entry.step() + ")").toList());
    }
}
