package mcpauth0.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import mcpauth0.demo.Fault;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code practice}: the practice pair, until somebody stops it. Loads nothing heavy: it is ready within seconds. */
@Command(name = "practice")
final class PracticeCommand implements Callable<Integer> {

    /** Milliseconds; beyond, nobody would wait. */
    private static final int LONGEST_DELAY = 60_000;

    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "cli.practice.port")
    int port;
    @Option(names = "--mcp-port", paramLabel = "N", descriptionKey = "cli.practice.mcp-port")
    int mcpPort;
    @Option(names = "--fault", paramLabel = "ID", descriptionKey = "cli.practice.fault")
    Set<String> faults = new LinkedHashSet<>();
    @Option(names = "--free-plan", descriptionKey = "cli.practice.free-plan")
    boolean freePlan;
    @Option(names = "--delay", paramLabel = "MILLIS", descriptionKey = "cli.practice.delay")
    int delay;
    @Option(names = "--state", paramLabel = "healthy|blank", descriptionKey = "cli.practice.state")
    PracticePair.Start start = PracticePair.Start.BLANK;

    PracticeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (outside(port) || outside(mcpPort))
            throw new WrongWords(terminal.sentence("cli.practice.bad-port"));
        if (delay < 0 || delay > LONGEST_DELAY)
            throw new WrongWords(terminal.sentence("cli.practice.bad-delay", LONGEST_DELAY));
        var known = Fault.all().stream().map(Fault::id).collect(Collectors.toCollection(LinkedHashSet::new));
        faults.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new WrongWords(terminal.sentence("cli.practice.bad-fault", id, String.join(" ", known)));
        });
        contrary().ifPresent(two -> {
            throw new WrongWords(terminal.sentence("cli.practice.contrary-faults", two.getFirst(), two.getLast()));
        });
        try (var pair = PracticePair.start(options())) {
            terminal.out().println(describe(pair));
            terminal.out().flush();
            new CountDownLatch(1).await();
            return Exit.GOOD;
        } catch (InterruptedException _) {
            return Exit.GOOD;
        } catch (IOException e) {
            terminal.warn("cli.practice.no-port", String.valueOf(e.getMessage()));
            return Exit.UNSURE;
        }
    }

    /** Two of the chosen faults that cannot be had together. */
    private Optional<List<String>> contrary() {
        var chosen = Fault.all().stream().filter(fault -> faults.contains(fault.id())).toList();
        return chosen.stream()
                .flatMap(one -> chosen.stream().filter(other -> !one.equals(other) && one.excludes(other))
                        .map(other -> List.of(one.id(), other.id())))
                .findFirst();
    }

    private PracticePair.Options options() {
        var options = PracticePair.Options.of(start).withPorts(port, mcpPort).withFaults(faults.toArray(String[]::new))
                .atDistance(Duration.ofMillis(delay));
        return freePlan ? options.onFreePlan() : options;
    }

    private static boolean outside(int number) {
        return number < 0 || number > 65535;
    }

    private static String describe(PracticePair pair) {
        var surroundings = pair.surroundings();
        return Json.write(Json.object().put("tenant", "https://" + pair.domain() + "/").put("domain", pair.domain())
                .put("mcp", pair.mcpUrl()).put("ca", pair.caFile().toString())
                .put("managementToken", pair.managementToken()).put("clientId", pair.clientId())
                .put("clientSecret", pair.clientSecret()).put("user", pair.user()).put("password", pair.password())
                .put("surroundings", text(surroundings)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
