package mcpauth0.diagnose.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.http.Request;

/**
 * Asks a resolver that sees what the whole world sees (DNS over HTTPS, RFC 8484), and only where the operator agrees: a
 * name may be somebody's secret.
 */
public final class PublicAddressProbe implements Probe<Addresses> {

    public static final Probe<Addresses> PUBLIC_ADDRESSES = new PublicAddressProbe();

    private PublicAddressProbe() {
    }

    @Override
    public Station station() {
        return Station.NAME;
    }

    @Override
    public Sighting<Addresses> look(Look look) throws InterruptedException {
        if (!look.options().publicResolver())
            return Sighting.untestable("needs-public-resolver");
        var here = look.at(AddressProbe.ADDRESSES).found().orElse(null);
        if (here == null)
            return Sighting.inapplicable("proxied");
        if (here.loopback())
            return Sighting.inapplicable("local-target");
        if (here.host().contains(":") || here.host().matches("[0-9.]+"))
            return Sighting.inapplicable("literal-address");
        if (here.host().length() > 253 || here.host().matches(".*[^.]{64}.*"))
            return Sighting.blocked("address");
        var answers = look.<Exchange>together(List.of(() -> ask(look, here.host(), NameQuestion.A),
                () -> ask(look, here.host(), NameQuestion.AAAA)));
        var found = new ArrayList<InetAddress>();
        for (var answer : answers) {
            var addresses = answer.answer() == null || !answer.answer().ok()
                    ? null
                    : NameQuestion.addresses(answer.answer().body()).orElse(null);
            if (addresses == null)
                return Sighting.blocked("public-resolver");
            found.addAll(addresses);
        }
        return Sighting.seen(new Addresses(here.host(), found),
                answers.stream().map(Exchange::n).toArray(Integer[]::new));
    }

    private static Exchange ask(Look look, String host, int type) {
        var http = look.http();
        return http.send(Request.get(http.network().publicResolver() + "?dns=" + NameQuestion.about(host, type))
                .with("Accept", "application/dns-message").atMost(1 << 16).within(look.timeout()));
    }
}
