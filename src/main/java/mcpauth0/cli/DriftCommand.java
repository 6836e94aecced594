package mcpauth0.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mcpauth0.auth0.Drift;
import mcpauth0.auth0.Logs;
import mcpauth0.export.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drift}: what in the tenant was changed since it was applied, by whom, and what is not as the set-up says. */
@Command(name = "drift")
final class DriftCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--setup", paramLabel = "FILE", required = true, descriptionKey = "cli.plan.setup")
    Path setup = Path.of("");
    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "cli.drift.report")
    List<Path> reports = new ArrayList<>();
    @Mixin
    TenantOptions tenant = new TenantOptions();

    DriftCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReportFiles.look(terminal, reports, DriftReport.ENDINGS);
        var chosen = SetupWords.read(terminal, setup);
        return new TenantWork(terminal).on(tenant, chosen.tenant(), (open, applier, journal) -> {
            applier.recover();
            var drifts = Drift.find(journal.entries(), open.snapshot(journal.entries()));
            var logs = Logs.of(open);
            var told = logs.isEmpty() ? drifts : Drift.explained(drifts, logs.get());
            tell(told);
            if (!drifts.isEmpty() && logs.isEmpty())
                terminal.say("cli.drift.no-log", Logs.PERMISSION);
            var plan = applier.plan(chosen.withTenant(tenant.agreed(terminal, chosen.tenant())));
            var written = write(new DriftReport(Clock.systemUTC().instant(), told, plan, terminal.texts()));
            if (plan.writes().isEmpty() && plan.refusals().isEmpty()) {
                terminal.say("cli.drift.none", plan.tenant());
                return !drifts.isEmpty() ? Exit.CHANGES : written ? Exit.GOOD : Exit.UNSURE;
            }
            terminal.out().print(PlanText.write(plan, terminal.texts(), "cli.drift.head"));
            return Exit.CHANGES;
        });
    }

    private boolean write(DriftReport report) {
        var all = true;
        for (var file : reports)
            all &= ReportFiles.write(terminal, file, report.write(file.toString()));
        return all;
    }

    private void tell(List<Drift> drifts) {
        if (!drifts.isEmpty())
            terminal.say("cli.drift.since", drifts.size());
        for (var drift : drifts)
            DriftReport.sentences(drift, terminal.texts())
                    .forEach(sentence -> terminal.out().println(PlainText.line(sentence)));
    }
}
