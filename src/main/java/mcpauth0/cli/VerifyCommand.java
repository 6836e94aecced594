package mcpauth0.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import mcpauth0.access.Signers;
import mcpauth0.export.report.Comparison;
import mcpauth0.export.report.ComparisonForm;
import mcpauth0.export.report.JsonReport;
import mcpauth0.export.report.Passport;
import mcpauth0.export.report.SavedReport;
import mcpauth0.setup.Fingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code verify}: whether a JSON report is as it was written, and by whom; asks nobody. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything is called
    private CommandSpec spec;
    @Parameters(paramLabel = "FILE", descriptionKey = "cli.verify.file")
    Path file = Path.of("");
    @Option(names = "--trust", descriptionKey = "cli.verify.trust")
    boolean trust;
    @Option(names = "--known", descriptionKey = "cli.verify.known")
    boolean known;
    @Option(names = "--again", descriptionKey = "cli.verify.again")
    boolean again;
    @Unmatched
    List<String> more = new ArrayList<>();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!again && !more.isEmpty())
            throw new UnmatchedArgumentException(spec.commandLine(), more);
        var report = SavedReports.read(terminal, file);
        var code = told(report.passport());
        if (!again)
            return code;
        if (code == Exit.BROKEN) {
            terminal.warn("cli.verify.not-again");
            return code;
        }
        return differs(report) ? Exit.BROKEN : code;
    }

    private int told(Passport.Word word) {
        return switch (word) {
            case Passport.Word.None _ -> {
                terminal.say("cli.verify.none");
                yield Exit.UNSURE;
            }
            case Passport.Word.Strange _ -> {
                terminal.say("cli.verify.strange");
                yield Exit.UNSURE;
            }
            case Passport.Word.Unsigned(var flaws) -> {
                var intact = told(flaws);
                terminal.say("cli.verify.unsigned");
                yield intact ? Exit.UNSURE : Exit.BROKEN;
            }
            case Passport.Word.Forged(var flaws, var signer) -> {
                flaws(flaws);
                terminal.say("cli.verify.forged", signer);
                yield Exit.BROKEN;
            }
            case Passport.Word.Signed(var flaws, var signer) -> {
                var intact = told(flaws);
                var familiar = familiar(signer, intact);
                yield !intact ? Exit.BROKEN : known && !familiar ? Exit.UNSURE : Exit.GOOD;
            }
        };
    }

    private boolean told(List<Passport.Flaw> flaws) {
        if (flaws.isEmpty())
            terminal.say("cli.verify.intact");
        else
            flaws(flaws);
        return flaws.isEmpty();
    }

    private void flaws(List<Passport.Flaw> flaws) {
        if (!flaws.isEmpty())
            terminal.say("cli.verify.not-intact");
        for (var flaw : flaws)
            terminal.say(switch (flaw.fate()) {
                case ALTERED -> "cli.verify.altered";
                case MISSING -> "cli.verify.missing";
                case ADDED -> "cli.verify.added";
            }, flaw.section());
    }

    /** Says who signed it, and remembers that where it was asked for. */
    private boolean familiar(Fingerprint signer, boolean intact) {
        var signers = new Signers(terminal.folder());
        var found = signers.find(signer);
        if (found.isPresent()) {
            terminal.say(found.get().own() ? "cli.verify.own" : "cli.verify.familiar", signer,
                    terminal.texts().moment(found.get().since(), ZoneOffset.UTC));
            return true;
        }
        if (!trust || !intact) {
            terminal.say("cli.verify.stranger", signer);
            return false;
        }
        try {
            signers.remember(signer, false);
            terminal.say("cli.verify.trusted", signer);
            return true;
        } catch (IOException e) {
            terminal.warn("cli.file.unwritable", terminal.folder().resolve("signers.json"), e);
            return false;
        }
    }

    /** Checks once more, as {@code check} does with the words that follow, and tells what differs. */
    private boolean differs(SavedReport before) {
        var words = new ArrayList<>(List.of(before.target()));
        words.addAll(more);
        var line = Objects.requireNonNull(spec.commandLine().getParent().getSubcommands().get("check"));
        line.parseArgs(words.toArray(String[]::new));
        CheckCommand check = line.getCommand();
        var comparison = Comparison.of(before, SavedReport.of(JsonReport.tree(check.found(), terminal.texts())));
        terminal.out().print("\n" + ComparisonForm.TEXT.write(comparison, terminal.texts()));
        return comparison.worse();
    }
}
