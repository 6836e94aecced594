package mcpauth0.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drift}: what in the tenant is no longer as the set-up says. */
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
        return new TenantWork(terminal).on(tenant, chosen.tenant(), (applier, _) -> {
            var plan = applier.plan(chosen.withTenant(tenant.agreed(terminal, chosen.tenant())));
            if (plan.writes().isEmpty() && plan.refusals().isEmpty()) {
                terminal.say("cli.drift.none", plan.tenant());
                return Exit.GOOD;
            }
            terminal.out().print(PlanText.write(plan, terminal.texts(), "cli.drift.head"));
            return Exit.CHANGES;
        });
    }
}
