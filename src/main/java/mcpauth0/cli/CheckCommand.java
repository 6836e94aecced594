package mcpauth0.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.export.report.Seal;
import mcpauth0.export.report.TextReport;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.oauth.ClientStore;
import mcpauth0.oauth.LoopbackPorts;
import mcpauth0.plan.Journal;
import mcpauth0.setup.McpUrl;
import mcpauth0.support.LastReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: one server, from its name to what it does with a token. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    /** From which severity on the exit code is 1. */
    enum FailOn {
        ERROR, WARNING;

        Rule.Severity severity() {
            return switch (this) {
                case ERROR -> Rule.Severity.ERROR;
                case WARNING -> Rule.Severity.WARNING;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Stands where the server's address will; nobody can own it (RFC 6761). */
    private static final McpUrl NOWHERE = McpUrl.parse("https://nowhere.invalid/").orThrow();

    private final Terminal terminal;

    @Mixin
    ClientOptions client = new ClientOptions();
    @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "cli.check.token-file")
    @Nullable
    Path tokenFile;
    @Option(names = "--deep", descriptionKey = "cli.check.deep")
    boolean deep;
    @Mixin
    TenantLook tenant = new TenantLook();
    @Option(names = "--client", paramLabel = "ID", descriptionKey = "cli.check.client")
    Set<String> clients = new LinkedHashSet<>();
    @Option(names = "--public-resolver", descriptionKey = "cli.check.public-resolver")
    boolean publicResolver;
    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "cli.check.report")
    List<Path> reports = new ArrayList<>();
    @Option(names = "--unsigned", descriptionKey = "cli.check.unsigned")
    boolean unsigned;
    @Option(names = "--targets", paramLabel = "FILE", descriptionKey = "cli.check.targets-file")
    @Nullable
    Path targets;
    @Option(names = "--fail-on", paramLabel = "error|warning", descriptionKey = "cli.check.fail-on", defaultValue = "error")
    FailOn failOn = FailOn.ERROR;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var file = targets;
        if (file == null)
            return checkOne();
        if (!client.url.isEmpty())
            throw new WrongWords(terminal.sentence("cli.check.url-and-targets"));
        if (client.login == ClientOptions.LoginBy.BROWSER || tokenFile != null)
            throw new WrongWords(terminal.sentence("cli.check.targets-sign-in"));
        ReportFiles.lookForLines(terminal, reports);
        var intent = intent();
        // People and callbacks are there once, so those who sign in come one after another.
        var many = new ManyTargets(terminal, file, reports, signsIn() ? 1 : ManyTargets.TOGETHER);
        return many.run(target -> checked(target, intent, Checkup.Watcher.SILENT),
                report -> code(report, intent.whole()));
    }

    private int checkOne() {
        var target = client.target(terminal);
        ReportFiles.look(terminal, reports);
        var intent = intent();
        var report = checked(target, intent, new LogNews(terminal));
        terminal.out().print(new TextReport().write(report, terminal.texts()));
        keep(report);
        var written = ReportFiles.write(terminal, reports, report, failOn.severity(),
                seal());
        return code(report, intent.whole() && written);
    }

    /** What a run with these words finds; nothing of it is written or printed. */
    Report found() {
        return checked(client.target(terminal), intent(), new LogNews(terminal));
    }

    private Report checked(McpUrl target, Intent intent, Checkup.Watcher watcher) {
        try (var http = new Http(intent.network())) {
            var agent = client.agent(terminal, http, ClientOptions.LoginBy.NONE);
            return chosen(checkup(http).run(intent.options().to(target).withUserAgent(agent), watcher));
        }
    }

    /** For {@code bundle}; a folder that cannot be written is no reason not to check. */
    private void keep(Report report) {
        try {
            LastReport.keep(terminal.folder(), report, terminal.texts());
        } catch (IOException e) {
            System.getLogger("mcpauth0").log(System.Logger.Level.INFO, "last report: " + e);
        }
    }

    /** What the reports are signed with, where one of them can be. */
    private Seal seal() {
        return unsigned || !ReportFiles.sealed(reports) ? Seal.NONE : Seals.find(terminal);
    }

    private boolean signsIn() {
        return client.login != null && client.login != ClientOptions.LoginBy.NONE;
    }

    /**
     * @param network the same for all servers: to read hundreds of authorities takes longer than to ask a server
     * @param whole whether everything that was asked for can be done
     */
    private record Intent(CheckOptions options, Network network, boolean whole) {
    }

    /** How every server is looked at; which one, and who signs in there, comes later. */
    private Intent intent() {
        for (var one : clients)
            if (!Clients.ids().contains(one))
                throw new WrongWords(
                        terminal.sentence("cli.check.bad-client", one, String.join(", ", Clients.ids())));
        if (signsIn() && tokenFile != null)
            throw new WrongWords(terminal.sentence("cli.check.token-and-login"));
        if (deep && !signsIn() && tokenFile == null)
            throw new WrongWords(terminal.sentence("cli.check.deep-alone"));
        var secret = client.clientSecret(terminal);
        var token = tokenFile == null ? null : FileWords.secret(terminal, tokenFile);
        var options = CheckOptions.of(NOWHERE).withToken(token)
                .withClient(client.clientId, secret).withScopes(client.scopes()).withDeep(deep).withClients(clients)
                .withPublicResolver(publicResolver)
                .within(client.perRequest(terminal), client.perLogin(terminal));
        var network = client.network(terminal);
        try {
            var open = tenant.open(terminal, network);
            return new Intent(options.withTenant(open).withJournal(open == null || !deep ? null : journal(open)),
                    network, true);
        } catch (TenantOptions.NotReached e) {
            terminal.err().println(e.sentence(terminal));
            return new Intent(options, network, false);
        }
    }

    private Checkup checkup(Http http) {
        return new Checkup(http, ClientStore.inFolder(terminal.folder().resolve("clients")), LoopbackPorts.STANDARD);
    }

    /** Where the decoy of a deep check is written down; without it, only a crash in the middle would go unnoticed. */
    private @Nullable Journal journal(Tenant open) {
        try {
            return Journal.open(terminal.folder().resolve("journals"), open.domain().value());
        } catch (IOException _) {
            return null;
        }
    }

    private Report chosen(Report report) {
        if (clients.isEmpty())
            return report;
        return new Report(report.target(), report.started(), report.took(), report.findings(),
                report.clients().stream().filter(one -> clients.contains(one.client())).toList(), report.spellings(),
                report.exchanges(), report.token());
    }

    /** @param whole whether everything that was asked for could be done */
    private int code(Report report, boolean whole) {
        if (report.findings().stream().anyMatch(this::fails))
            return Exit.BROKEN;
        return whole && report.overall() != Report.Overall.INCONCLUSIVE ? Exit.GOOD : Exit.UNSURE;
    }

    private boolean fails(Report.Finding finding) {
        return finding.verdict() instanceof Verdict.Broken broken
                && broken.severity().compareTo(failOn.severity()) <= 0;
    }
}
