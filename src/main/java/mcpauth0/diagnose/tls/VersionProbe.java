package mcpauth0.diagnose.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.network.AddressProbe;

/** Greets the server once in each version of TLS, on plain connections that end with its answer. */
public final class VersionProbe implements Probe<Versions> {

    public static final Probe<Versions> VERSIONS = new VersionProbe();

    private VersionProbe() {
    }

    @Override
    public Station station() {
        return Station.TLS;
    }

    @Override
    public Sighting<Versions> look(Look look) throws InterruptedException {
        if (!look.target().secure())
            return Sighting.inapplicable("plain-http");
        if (AddressProbe.proxied(look.http().network(), look.target()))
            return Sighting.untestable("proxied");
        var addresses = look.at(AddressProbe.ADDRESSES).found().orElse(null);
        if (addresses == null || addresses.all().isEmpty())
            return Sighting.blocked("address");
        var random = new SecureRandom();
        var answers = look
                .together(Stream.of(Hello.Version.values()).<Callable<Optional<Hello.Version>>>map(version -> () -> {
                    try (var dial = Dial.to(look.http().network(), addresses.all(), look.target().port(),
                            look.timeout())) {
                        dial.socket().getOutputStream().write(Hello.offering(version, addresses.host(), random));
                        return Hello.answer(new DataInputStream(dial.socket().getInputStream()));
                    } catch (IOException _) {
                        return Optional.empty();
                    }
                }).toList());
        return Sighting.seen(new Versions(answers.stream().flatMap(Optional::stream).distinct().sorted().toList()));
    }
}
