package mcpauth0.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mcpauth0.auth0.Drift;
import mcpauth0.auth0.Logs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drift}: what in the tenant was changed since it was applied, by whom, and what is not as the set-up says. */
@Command(name = "drift")
final class DriftCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--setup", paramLabel = "FILE", required = true, descriptionKey = "cli.plan.setup")
    Path setup = Path.of("");
    @Mixin
    TenantOptions tenant = new TenantOptions();

    DriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var chosen = SetupWords.read(terminal, setup);
        return new TenantWork(terminal).on(tenant, chosen.tenant(), (open, applier, journal) -> {
            applier.recover();
            var drifts = Drift.find(journal.entries(), open.snapshot(journal.entries()));
            var logs = Logs.of(open);
            tell(logs.isEmpty() ? drifts : Drift.explained(drifts, logs.get()));
            if (!drifts.isEmpty() && logs.isEmpty())
                terminal.say("cli.drift.no-log", Logs.PERMISSION);
            var plan = applier.plan(chosen.withTenant(tenant.agreed(terminal, chosen.tenant())));
            if (plan.writes().isEmpty() && plan.refusals().isEmpty()) {
                terminal.say("cli.drift.none", plan.tenant());
                return drifts.isEmpty() ? Exit.GOOD : Exit.CHANGES;
            }
            terminal.out().print(PlanText.write(plan, terminal.texts(), "cli.drift.head"));
            return Exit.CHANGES;
        });
    }

    private void tell(List<Drift> drifts) {
        if (!drifts.isEmpty())
            terminal.say("cli.drift.since", drifts.size());
        for (var drift : drifts) {
            var title = terminal.texts().get("step." + drift.step() + ".title");
            if (drift.field().isEmpty())
                terminal.say("cli.drift.gone", title, drift.target());
            else
                terminal.say("cli.drift.value", title, drift.field(), PlanText.shown(drift.ours(), terminal.texts()),
                        PlanText.shown(drift.now(), terminal.texts()));
            var by = drift.by();
            if (by == null)
                terminal.say("cli.drift.unknown", drift.since());
            else
                terminal.say("cli.drift." + by.where().id(), by.who(), by.at());
        }
    }
}
