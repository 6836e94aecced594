package mcpauth0.diagnose.tls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Request;

/**
 * Where the certificate's dates do not fit this computer's clock, asks the server in the clear what time it has
 * ({@code Date}, RFC 9110 §6.6.1): its encrypted answers cannot be had.
 */
public final class ServerClockProbe implements Probe<Instant> {

    public static final Probe<Instant> SERVER_CLOCK = new ServerClockProbe();

    private ServerClockProbe() {
    }

    @Override
    public Station station() {
        return Station.TLS;
    }

    @Override
    public Sighting<Instant> look(Look look) throws InterruptedException {
        var now = look.scene().now();
        var shown = look.at(HandshakeProbe.HANDSHAKE).found().filter(one -> !one.chain().isEmpty()).orElse(null);
        if (shown == null)
            return Sighting.blocked("certificate");
        if (look.target().loopback() || (shown.ended(now).isEmpty() && shown.early(now).isEmpty()))
            return Sighting.inapplicable("local-target");
        var exchange = look.http()
                .send(Request.get("http://" + look.target().host() + "/").atMost(1).within(look.timeout()));
        var date = exchange.answer() == null ? null : exchange.answer().header("Date");
        if (date == null)
            return Sighting.blocked("connection");
        try {
            return Sighting.seen(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
                    exchange.n());
        } catch (DateTimeException _) {
            return Sighting.blocked("connection");
        }
    }
}
