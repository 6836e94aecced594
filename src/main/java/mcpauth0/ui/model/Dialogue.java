package mcpauth0.ui.model;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What went over the wire as a sequence: this program asks, one of the others answers. Messages to one party at one
 * station are a group.
 *
 * @param parties that had a part in it, this program first
 */
public record Dialogue(List<Party> parties, List<Group> groups) {

    /** Who speaks. Names are texts {@code party.<id>}. */
    public enum Party {
        PROGRAM, SERVER, ISSUER, PERSON, TENANT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One question and its answer.
     *
     * @param mark {@link Mark#BROKEN} or {@link Mark#LOOK} where a finding cites it
     * @param because id of that finding's check; null where none cites it
     * @param stops whether nothing went on after it
     * @param exchange null for what a person did in the browser, which nobody else sees
     */
    public record Arrow(Party to, Mark mark, @Nullable String because, boolean stops, long millis,
            @Nullable Exchange exchange) {
    }

    /** @param arrows in the order in which they were sent */
    public record Group(Station station, Party to, List<Arrow> arrows) {

        public Group {
            arrows = List.copyOf(arrows);
        }

        /** The worst of its marks. */
        public Mark mark() {
            return arrows.stream().map(Arrow::mark).anyMatch(Mark.BROKEN::equals)
                    ? Mark.BROKEN
                    : arrows.stream().map(Arrow::mark).anyMatch(Mark.LOOK::equals) ? Mark.LOOK : Mark.GOOD;
        }

        public boolean stops() {
            return arrows.stream().anyMatch(Arrow::stops);
        }

        /** What all of its messages took together. */
        public long millis() {
            return arrows.stream().mapToLong(Arrow::millis).sum();
        }
    }

    private record Place(Station station, Party to) {
    }

    public Dialogue {
        parties = List.copyOf(parties);
        groups = List.copyOf(groups);
    }

    public static Dialogue of(Report report) {
        var reading = new Reading(report);
        var groups = new LinkedHashMap<Place, List<Arrow>>();
        for (var exchange : report.exchanges()) {
            var to = reading.party(exchange);
            var station = reading.station(exchange, to);
            if (reading.redeems(exchange))
                groups.computeIfAbsent(new Place(Station.SIGN_IN, Party.PERSON), _ -> new ArrayList<>())
                        .add(new Arrow(Party.PERSON, Mark.GOOD, null, false, reading.before(exchange), null));
            groups.computeIfAbsent(new Place(station, to), _ -> new ArrayList<>()).add(reading.arrow(exchange, to));
        }
        var parts = groups.keySet().stream().map(Place::to).collect(Collectors.toSet());
        parts.add(Party.PROGRAM);
        return new Dialogue(parts.stream().sorted().toList(),
                groups.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().station()))
                        .map(entry -> new Group(entry.getKey().station(), entry.getKey().to(), entry.getValue()))
                        .toList());
    }

    /** Finds out what each exchange was for, from itself and from who cites it. */
    private static final class Reading {

        private final Report report;
        private final String server;
        private final Map<Integer, Finding> broken = new HashMap<>();
        private final Set<Integer> inSession = new HashSet<>();
        private final int stop;

        Reading(Report report) {
            this.report = report;
            this.server = Message.host(report.target().uri());
            // The worst stand first, and the first that cites an exchange marks it.
            for (var cause : report.causes())
                if (cause.verdict() instanceof Verdict.Broken found && found.severity() != Rule.Severity.INFO)
                    found.evidence().exchanges().forEach(n -> broken.putIfAbsent(n, cause));
            var checked = new HashSet<Integer>();
            for (var finding : report.findings())
                (finding.rule().station() == Station.SESSION ? inSession : checked).addAll(cited(finding));
            inSession.removeAll(checked);
            uncited();
            stop = broken.entrySet().stream().filter(entry -> stops(entry.getValue())).map(Map.Entry::getKey)
                    .max(Comparator.naturalOrder()).orElse(0);
        }

        private static List<Integer> cited(Finding finding) {
            return switch (finding.verdict()) {
                case Verdict.Holds(var evidence) -> evidence.exchanges();
                case Verdict.Broken found -> found.evidence().exchanges();
                case Verdict.Blocked _,Verdict.NotTestableFromHere _,Verdict.NotApplicable _ -> List.of();
            };
        }

        /** What the tenant's settings tell of a failure is seen in its refusals as well. */
        private void uncited() {
            for (var cause : report.causes())
                if (cause.verdict() instanceof Verdict.Broken found && found.severity() == Rule.Severity.ERROR
                        && found.evidence().exchanges().isEmpty())
                    report.exchanges().stream().filter(exchange -> exchange.status() >= 400)
                            .filter(exchange -> refuses(exchange, cause.rule().station()))
                            .forEach(exchange -> broken.putIfAbsent(exchange.n(), cause));
        }

        private boolean refuses(Exchange exchange, Station station) {
            return party(exchange) == Party.ISSUER && atIssuer(exchange) == station && station != Station.METADATA;
        }

        /** Whether something could not be seen because of it. */
        private boolean stops(Finding cause) {
            return cause.verdict() instanceof Verdict.Broken found && found.severity() == Rule.Severity.ERROR
                    && report.findings().stream().anyMatch(other -> cause.rule().id().equals(other.causedBy())
                            && other.verdict() instanceof Verdict.Blocked);
        }

        Arrow arrow(Exchange exchange, Party to) {
            var cause = broken.get(exchange.n());
            var mark = cause == null
                    ? Mark.GOOD
                    : ((Verdict.Broken) cause.verdict()).severity() == Rule.Severity.ERROR ? Mark.BROKEN : Mark.LOOK;
            return new Arrow(to, mark, cause == null ? null : cause.rule().id(), exchange.n() == stop,
                    exchange.timing().total(), exchange);
        }

        Party party(Exchange exchange) {
            var uri = Message.address(exchange).orElse(report.target().uri());
            if (Message.host(uri).equals(server) || Message.path(uri).equals(report.target().uri().getRawPath()))
                return Party.SERVER;
            return Message.path(uri).startsWith("/api/v2/") ? Party.TENANT : Party.ISSUER;
        }

        Station station(Exchange exchange, Party to) {
            return switch (to) {
                case SERVER -> atServer(exchange);
                case ISSUER -> atIssuer(exchange);
                case TENANT -> exchange.request().method().equals("GET") ? Station.METADATA : Station.VALIDATION;
                case PROGRAM, PERSON -> throw new IllegalArgumentException(to.id());
            };
        }

        private Station atServer(Exchange exchange) {
            var request = exchange.request();
            var document = request.url().contains("/.well-known/");
            if (request.method().equals("OPTIONS") || (document && request.header("Origin") != null))
                return Station.SESSION;
            if (document)
                return Station.METADATA;
            if (request.header("Authorization") == null && request.header("Mcp-Session-Id") == null)
                return Station.CHALLENGE;
            return inSession.contains(exchange.n()) ? Station.SESSION : Station.VALIDATION;
        }

        private static Station atIssuer(Exchange exchange) {
            var request = exchange.request();
            var path = Message.address(exchange).map(URI::getRawPath).orElse("");
            if (path.contains("/authorize"))
                return Station.SIGN_IN;
            if (request.method().equals("GET"))
                return Station.METADATA;
            var body = request.bodyText();
            if (body.contains("grant_type=client_credentials"))
                return Station.VALIDATION;
            return body.contains("redirect_uris") ? Station.REGISTRATION : Station.TOKEN;
        }

        /** Whether a code is given for a token: somebody was in the browser right before. */
        boolean redeems(Exchange exchange) {
            return exchange.request().bodyText().contains("grant_type=authorization_code");
        }

        /** Milliseconds in which nothing was asked, until this was. */
        long before(Exchange exchange) {
            return report.exchanges().stream().filter(other -> other.n() < exchange.n())
                    .map(other -> other.started().plusMillis(other.timing().total())).max(Comparator.naturalOrder())
                    .map(end -> Math.max(0, Duration.between(end, exchange.started()).toMillis())).orElse(0L);
        }
    }
}
