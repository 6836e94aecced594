package mcpauth0.diagnose.network;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.metadata.ResourceProbe;
import mcpauth0.diagnose.metadata.ServerProbe;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.http.Exchange;
import mcpauth0.http.Failure;
import mcpauth0.oauth.Fetched;

/** Asks again what took long, to tell a server that was asleep from one that is slow. Nothing else is sent. */
public final class PaceProbe implements Probe<Pace> {

    public static final Probe<Pace> PACE = new PaceProbe();

    private PaceProbe() {
    }

    @Override
    public Station station() {
        return Station.METADATA;
    }

    @Override
    public Sighting<Pace> look(Look look) throws InterruptedException {
        var called = look.at(FirstCallProbe.FIRST);
        if (called instanceof Sighting.Unseen<?> unseen)
            return Sighting.asUnseen(unseen);
        var first = called.found().orElseThrow().last().exchange();
        var looked = Stream.of(
                look.at(ResourceProbe.RESOURCE).found().stream().flatMap(found -> found.all().stream()),
                look.at(ServerProbe.SERVER).found().stream().flatMap(found -> found.all().stream()))
                .flatMap(one -> one).map(Fetched::exchange);
        var asked = Stream.concat(Stream.of(first), looked).distinct()
                .filter(one -> one.answer() != null || one.failure() instanceof Failure.TimedOut).toList();
        if (asked.isEmpty())
            return Sighting.blocked("connection");
        return Sighting.seen(new Pace(look.together(asked
                .stream().<Callable<Pace.Lap>>map(one -> () -> new Pace.Lap(one, slow(look, one)
                        ? look.http().send(one.request())
                        : null))
                .toList())), asked.stream().map(Exchange::n).toArray(Integer[]::new));
    }

    private static boolean slow(Look look, Exchange one) {
        return one.failure() != null || Pace.Lap.took(one).compareTo(look.scene().patience().slow()) > 0;
    }
}
