package mcpauth0.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import mcpauth0.export.PlainText;
import mcpauth0.http.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words that may follow the program's name. */
@Command(name = "mcp-auth0-setup", versionProvider = Words.Version.class)
public final class Words implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything is called
    private CommandSpec spec;

    private Words() {
    }

    /** Does what the words say. Never throws; what went wrong was said on standard error. */
    public static int run(Terminal terminal, String... words) {
        return line(terminal).execute(words);
    }

    static CommandLine line(Terminal terminal) {
        var line = new CommandLine(new Words());
        line.addSubcommand(new TourCommand(terminal));
        line.addSubcommand(new PracticeCommand(terminal));
        line.addSubcommand(new CheckCommand(terminal));
        line.addSubcommand(new ConnectCommand(terminal));
        line.addSubcommand(new ConformanceCommand(terminal));
        line.addSubcommand(new PlanCommand(terminal));
        line.addSubcommand(new ApplyCommand(terminal));
        line.addSubcommand(new UndoCommand(terminal));
        line.addSubcommand(new DriftCommand(terminal));
        line.addSubcommand(new ExportCommand(terminal));
        line.addSubcommand(new VerifyCommand(terminal));
        line.addSubcommand(new CompareCommand(terminal));
        line.addSubcommand(new BundleCommand(terminal));
        line.addSubcommand(new ConnectionsCommand(terminal));
        line.setResourceBundle(terminal.texts().bundle());
        line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
        line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
        line.setUsageHelpWidth(100).setUsageHelpAutoWidth(false).setUsageHelpLongOptionsMaxWidth(40);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((problem, _) -> misunderstood(terminal, problem));
        line.setExecutionExceptionHandler((problem, _, _) -> failed(terminal, problem));
        describe(terminal, line);
        line.getSubcommands().values().forEach(sub -> describe(terminal, sub));
        return line;
    }

    private static void describe(Terminal terminal, CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true).usageMessage()
                .description(terminal.texts().get("cli." + line.getCommandName() + ".does"));
    }

    private static int misunderstood(Terminal terminal, ParameterException problem) {
        var line = problem.getCommandLine();
        var sentence = new StringBuilder(PlainText.line(String.valueOf(problem.getMessage())));
        if (!sentence.toString().endsWith("."))
            sentence.append('.');
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty())
            sentence.append(' ').append(
                    terminal.sentence("cli.words.meant", String.join(", ", unmatched.getSuggestions())));
        terminal.err().println(sentence);
        terminal.warn("cli.words.cure", line.getCommandSpec().qualifiedName());
        return Exit.WORDS;
    }

    private static int failed(Terminal terminal, Exception problem) {
        if (problem instanceof WrongWords) {
            terminal.err().println(problem.getMessage());
            return Exit.WORDS;
        }
        if (problem instanceof InterruptedException) {
            terminal.warn("cli.stopped");
            return Exit.UNSURE;
        }
        System.getLogger("mcpauth0").log(System.Logger.Level.ERROR, "unexpected", problem);
        terminal.warn("cli.unexpected", problem, terminal.folder().resolve("log"));
        return Exit.UNSURE;
    }

    /** Without a word: the root opens the window before it comes here. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Exit.GOOD;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"mcp-auth0-setup " + Build.version()};
        }
    }
}
