package mcpauth0.diagnose.validation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import mcpauth0.diagnose.Observations;
import mcpauth0.http.Exchange;

/** What time others say that it is. */
final class Clocks {

    private Clocks() {
    }

    /** By how much the one who answered is ahead of this machine; empty where he does not say what time it is. */
    static Optional<Duration> ahead(Exchange exchange) {
        var answer = exchange.answer();
        var date = answer == null ? null : answer.header("Date");
        if (date == null)
            return Optional.empty();
        try {
            var said = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
            return Optional.of(Duration.between(exchange.started().plusMillis(exchange.timing().total()), said));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** By how much the authorization server, whose tokens it is about, is ahead of this machine. */
    static Optional<Duration> issuerAhead(Observations seen) {
        return seen.server().found().flatMap(found -> Optional.ofNullable(found.picked()))
                .flatMap(picked -> ahead(picked.exchange()));
    }

    /** The earlier of this machine's time and the issuer's: what has run out by it has run out, whoever's clock is wrong. */
    static Instant surely(Observations seen) {
        var now = seen.scene().now();
        return issuerAhead(seen).filter(Duration::isNegative).map(now::plus).orElse(now);
    }
}
