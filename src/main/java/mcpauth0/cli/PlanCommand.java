package mcpauth0.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import mcpauth0.plan.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: what would change; nothing is written to the tenant. */
@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--setup", paramLabel = "FILE", required = true, descriptionKey = "cli.plan.setup")
    Path setup = Path.of("");
    @Option(names = "--out", paramLabel = "PLAN", descriptionKey = "cli.plan.out")
    @Nullable
    Path out;
    @Mixin
    TenantOptions tenant = new TenantOptions();

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var chosen = SetupWords.read(terminal, setup);
        return new TenantWork(terminal).on(tenant, chosen.tenant(), (applier, _) -> {
            var plan = applier.plan(chosen.withTenant(tenant.agreed(terminal, chosen.tenant())));
            terminal.out().print(PlanText.write(plan, terminal.texts(), "cli.plan.head"));
            if (out != null) {
                FileWords.write(terminal, out, PlanFile.write(plan));
                terminal.say(code(plan) == Exit.CHANGES ? "cli.plan.written" : "cli.plan.kept", out.toAbsolutePath());
            }
            return code(plan);
        });
    }

    private static int code(Plan plan) {
        if (!plan.refusals().isEmpty())
            return Exit.BROKEN;
        return plan.writes().isEmpty() ? Exit.GOOD : Exit.CHANGES;
    }
}
