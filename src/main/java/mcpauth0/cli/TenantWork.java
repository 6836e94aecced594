package mcpauth0.cli;

import java.io.IOException;
import java.util.List;
import mcpauth0.auth0.Complaint;
import mcpauth0.auth0.Steps;
import mcpauth0.auth0.Tenant;
import mcpauth0.http.FailureException;
import mcpauth0.plan.Applier;
import mcpauth0.plan.Change;
import mcpauth0.plan.Journal;
import mcpauth0.plan.Outcome;
import mcpauth0.plan.Progress;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/** What {@code plan}, {@code apply}, {@code undo} and {@code drift} have in common: a tenant, its journal, an end. */
final class TenantWork {

    /** What is done once the tenant is open. */
    @FunctionalInterface
    interface Deed {
        int run(Applier<Tenant> applier, Journal journal) throws FailureException;
    }

    /** The same for what looks at more of the tenant than the steps do. */
    @FunctionalInterface
    interface Visit {
        int run(Tenant tenant, Applier<Tenant> applier, Journal journal) throws FailureException;
    }

    private final Terminal terminal;

    TenantWork(Terminal terminal) {
        this.terminal = terminal;
    }

    int on(TenantOptions options, @Nullable TenantDomain inFile, Deed deed) {
        return on(options, inFile, (_, applier, journal) -> deed.run(applier, journal));
    }

    int on(TenantOptions options, @Nullable TenantDomain inFile, Visit visit) {
        var domain = options.agreed(terminal, inFile);
        Journal journal;
        try {
            journal = Journal.open(terminal.folder().resolve("journals"), domain.value());
        } catch (IOException e) {
            terminal.warn("cli.no-journal", terminal.folder(), e);
            return Exit.UNSURE;
        }
        try {
            var tenant = options.open(terminal, domain);
            return visit.run(tenant, new Applier<>(tenant, domain.value(), Steps.all(), journal), journal);
        } catch (TenantOptions.NotReached e) {
            terminal.err().println(e.sentence(terminal));
            return Exit.BROKEN;
        } catch (FailureException e) {
            terminal.err().println(terminal.trouble(Complaint.key(e.failure()), Complaint.values(e.failure())));
            return Exit.BROKEN;
        }
    }

    /** Says how it ended. */
    int told(Outcome outcome, String doneKey) {
        var texts = terminal.texts();
        return switch (outcome) {
            case Outcome.Proven(var done) -> {
                terminal.say(doneKey, done.size(), PlanText.titles(done, texts));
                yield Exit.GOOD;
            }
            case Outcome.Drifted(var now) -> {
                terminal.warn("cli.apply.drifted");
                terminal.err().print(PlanText.write(now, texts, "cli.plan.head"));
                yield Exit.BROKEN;
            }
            case Outcome.Lacking(var permissions) -> {
                terminal.warn("cli.apply.lacking", String.join(" ", permissions));
                yield Exit.BROKEN;
            }
            case Outcome.Busy _ -> {
                terminal.warn("cli.apply.busy");
                yield Exit.UNSURE;
            }
            case Outcome.Stopped(var step, var failure, var done, var left) -> {
                terminal.warn("cli.apply.stopped", step.isEmpty() ? "-" : PlanText.titles(List.of(step), texts),
                        done.size(), left.size());
                terminal.err().println(terminal.trouble(Complaint.key(failure), Complaint.values(failure)));
                yield Exit.BROKEN;
            }
            case Outcome.NotSettled(var step, Change.Refused(var reason, var values), var done, var left) -> {
                terminal.warn("cli.apply.halted", PlanText.titles(List.of(step), texts), done.size(),
                        left.size());
                terminal.warn("step." + step + ".refused." + reason, values.toArray());
                yield Exit.BROKEN;
            }
            case Outcome.NotSettled(var step, Change.Diverged(var target, var fields, var effects), var done, var left) -> {
                terminal.warn("cli.apply.halted", PlanText.titles(List.of(step), texts), done.size(),
                        left.size());
                for (var field : fields)
                    terminal.warn("cli.undo.diverged", target + ": " + field.name(),
                            PlanText.shown(field.before(), texts), PlanText.shown(field.written(), texts),
                            PlanText.shown(field.now(), texts));
                for (var effect : effects)
                    terminal.err().println(texts.get("step." + step + ".effect." + effect.key(), effect.values()));
                terminal.warn("cli.undo.choose");
                yield Exit.BROKEN;
            }
            case Outcome.NotSettled(var step, _, var done, var left) -> {
                terminal.warn("cli.apply.not-settled", PlanText.titles(List.of(step), texts), done.size(),
                        left.size());
                yield Exit.BROKEN;
            }
            case Outcome.Cancelled(var done, var left) -> {
                terminal.warn("cli.apply.cancelled", done.size(), left.size());
                yield Exit.UNSURE;
            }
        };
    }

    /** Names each step as it begins. */
    Progress progress() {
        return new Progress() {
            @Override
            public void starting(String step, int index, int count) {
                terminal.say("cli.apply.step", index + 1, count, terminal.texts().get("step." + step + ".title"));
            }
        };
    }
}
