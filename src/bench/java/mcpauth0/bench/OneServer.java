package mcpauth0.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import mcpauth0.diagnose.CheckOptions;
import mcpauth0.diagnose.Checkup;
import mcpauth0.diagnose.Report;
import mcpauth0.http.Http;
import mcpauth0.http.Network;
import mcpauth0.http.Trust;

/** One check after another of one server that is far off, without a login: the wait against the longest chain. */
final class OneServer {

    /** Runs whose median is the figure. */
    private static final int RUNS = 21;

    private final PrintStream out;
    private final int delay;

    OneServer(PrintStream out, int delay) {
        this.out = out;
        this.delay = delay;
    }

    /** @param chain the longest of the run */
    private record Run(Report report, Chain chain) {

        static Run of(Report report) {
            return new Run(report, Chain.longest(report.target(), report.exchanges()));
        }

        double ratio() {
            return (double) report.took().toMillis() / chain.took().toMillis();
        }

        /** Against what the delays alone of the chain make, which no computation of ours can lengthen. */
        double strictly(int delay) {
            return (double) report.took().toMillis() / (chain.links().size() * delay);
        }
    }

    void print() throws IOException {
        try (var pair = Pairs.start(1, delay)) {
            var network = Network.system().withTrust(Trust.system().plus(Trust.parse(pair.authorities())));
            var all = new ArrayList<Run>();
            for (var i = 0; i <= RUNS; i++)
                try (var http = new Http(network)) {
                    all.add(Run.of(
                            new Checkup(http).run(CheckOptions.of(pair.servers().getFirst()), Checkup.Watcher.SILENT)));
                }
            say("first in a new process", all.getFirst());
            all.removeFirst();
            all.sort(Comparator.comparingDouble(Run::ratio));
            say("median of %d more".formatted(RUNS), all.get(RUNS / 2));
            say("worst of them", all.getLast());
        }
    }

    private void say(String which, Run run) {
        out.printf(
                "  %-24s wall %5d ms, longest chain %5d ms, ratio %.2f; against %d x %d ms alone %.2f; %d requests%n",
                which, run.report.took().toMillis(), run.chain.took().toMillis(), run.ratio(),
                run.chain.links().size(), delay, run.strictly(delay), run.report.exchanges().size());
        out.printf("    %s%n", run.chain.sentence());
    }
}
