package mcpauth0.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import mcpauth0.auth0.Applications;
import mcpauth0.auth0.Snapshot;
import mcpauth0.setup.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code apply}: does what an approved plan says, without asking, and nothing at all if the tenant has changed. */
@Command(name = "apply")
final class ApplyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PLAN", descriptionKey = "cli.apply.plan")
    Path plan = Path.of("");
    @Mixin
    TenantOptions tenant = new TenantOptions();

    ApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var approved = PlanFile.read(FileWords.read(terminal, plan))
                .orElseThrow(() -> new WrongWords(terminal.sentence("cli.apply.no-plan", plan)));
        var work = new TenantWork(terminal);
        return work.on(tenant, TenantOptions.domain(terminal, approved.tenant()),
                (open, applier, _) -> {
                    var code = work.told(applier.apply(approved, work.progress()), "cli.apply.done");
                    if (!approved.setup().registration().applications().isEmpty())
                        tellApplications(open.snapshot(), approved.setup());
                    return code;
                });
    }

    /** A secret is no word for a terminal: the dashboard shows it. */
    private void tellApplications(Snapshot snapshot, Setup setup) {
        var audience = setup.audience();
        if (audience == null)
            return;
        for (var application : setup.registration().applications())
            Applications.made(snapshot, audience, application)
                    .ifPresent(made -> terminal.say(application.confidential()
                            ? "cli.apply.application.confidential"
                            : "cli.apply.application", made.name(), made.id()));
    }
}
