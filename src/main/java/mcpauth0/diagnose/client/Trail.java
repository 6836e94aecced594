package mcpauth0.diagnose.client;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mcpauth0.diagnose.client.AccessLine.Token;
import mcpauth0.setup.McpUrl;

/**
 * How far a client came: the lines of an access log laid along the way that it goes. The last attempt in the log counts.
 *
 * @param halt where it stopped
 * @param sure whether the lines leave no other reading
 * @param lines that tell it, the oldest first, twelve at most
 * @param theirs how many lines are the client's, or may be
 * @param others how many are certainly not
 * @param unread how many could not be read
 * @param strangers ids of other known clients that callers say they are, the newest first; empty as soon as one line may be
 *            the client's
 */
public record Trail(Halt halt, boolean sure, List<AccessLine> lines, int theirs, int others, int unread,
        List<String> strangers) {

    private static final int MOST_SHOWN = 12;
    private static final String METADATA = "/.well-known/oauth-protected-resource";
    private static final List<String> AS_METADATA = List.of("/.well-known/oauth-authorization-server",
            "/.well-known/openid-configuration");
    private static final List<String> AS_ENDPOINTS = List.of("/register", "/authorize", "/token");

    /** What a request is about. */
    enum About {
        CALL, PROBE, METADATA, AS, ELSEWHERE
    }

    public Trail {
        lines = List.copyOf(lines);
        strangers = List.copyOf(strangers);
    }

    /** @param client whose lines are looked for */
    public static Trail of(AccessLog log, Profile client, McpUrl server) {
        var path = server.bareOrigin() ? "/" : withoutSlash(server.uri().getRawPath());
        var theirs = log.lines().stream().filter(line -> mayBe(line, client)).toList();
        var others = log.lines().size() - theirs.size();
        var way = theirs.stream().filter(line -> about(line, path) != About.ELSEWHERE).toList();
        var read = log.lines().isEmpty()
                ? new Reading(Halt.NOTHING_READ, true)
                : way.isEmpty() ? nobody(theirs) : Reading.of(way, path);
        var shown = way.isEmpty() ? theirs : way;
        return new Trail(read.halt(), read.sure(),
                shown.subList(Math.max(0, shown.size() - MOST_SHOWN), shown.size()), theirs.size(), others,
                log.unread(), theirs.isEmpty() ? strangers(log, client) : List.of());
    }

    private static List<String> strangers(AccessLog log, Profile client) {
        return log.lines().reversed().stream().flatMap(line -> line.client().stream())
                .filter(named -> !named.equals(client.id())).distinct().toList();
    }

    private static boolean mayBe(AccessLine line, Profile client) {
        var named = line.client();
        if (named.isPresent() && !named.get().equals(client.id()))
            return false;
        if (line.bystander())
            return client.browser() && line.agent().startsWith("Mozilla/");
        return client.id().equals("claude") ? !line.fromElsewhere() : !line.anthropic();
    }

    private static Reading nobody(List<AccessLine> theirs) {
        return theirs.stream().anyMatch(line -> line.method().equals("POST"))
                ? new Reading(Halt.WRONG_PATH, true)
                : new Reading(Halt.NOBODY_CAME, true);
    }

    static About about(AccessLine line, String path) {
        var asked = line.path();
        if (line.method().equals("OPTIONS"))
            return About.ELSEWHERE;
        if (asked.contains(METADATA))
            return About.METADATA;
        if (AS_METADATA.stream().anyMatch(asked::contains) || AS_ENDPOINTS.stream().anyMatch(asked::endsWith))
            return About.AS;
        if (!withoutSlash(asked).equals(path))
            return About.ELSEWHERE;
        return line.method().equals("POST") ? About.CALL : About.PROBE;
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The same, where the tenant is known to have issued a token: then the client did not stop there. */
    public Trail tokenIssued() {
        return halt == Halt.AT_THE_TENANT
                ? new Trail(Halt.TOKEN_UNUSED, true, lines, theirs, others, unread, strangers)
                : this;
    }

    /** Each part of the way, and whether it was gone. */
    public Map<Hop, Hop.State> hops() {
        var states = new EnumMap<Hop, Hop.State>(Hop.class);
        for (var hop : Hop.values())
            states.put(hop, state(hop));
        return states;
    }

    private Hop.State state(Hop hop) {
        return switch (halt) {
            case NOTHING_READ -> Hop.State.OUT_OF_SIGHT;
            case HEALTHY -> hop == Hop.TENANT ? Hop.State.OUT_OF_SIGHT : Hop.State.GONE;
            case ANSWERED -> hop == Hop.ARRIVES || hop == Hop.SESSION ? Hop.State.GONE : Hop.State.OUT_OF_SIGHT;
            default -> {
                var far = hop.compareTo(halt.hop());
                if (far == 0)
                    yield Hop.State.MISSING;
                if (far > 0)
                    yield Hop.State.NOT_REACHED;
                yield hop == Hop.TENANT && halt != Halt.TOKEN_UNUSED ? Hop.State.OUT_OF_SIGHT : Hop.State.GONE;
            }
        };
    }

    /** @param sure whether the lines leave no other reading */
    private record Reading(Halt halt, boolean sure) {

        static Reading of(List<AccessLine> way, String path) {
            var last = last(way, path, About.CALL);
            if (last < 0)
                return last(way, path, About.METADATA) < 0 && last(way, path, About.AS) < 0
                        ? new Reading(Halt.ONLY_PROBES, true)
                        : metadata(way, path);
            var before = way.subList(0, last);
            var call = way.get(last);
            var challenged = before.stream()
                    .anyMatch(line -> (about(line, path) == About.CALL && line.status() == 401)
                            || (about(line, path) == About.METADATA && line.ok()));
            if (call.ok())
                return answered(way.subList(0, last + 1), path, challenged);
            if (call.moved())
                return new Reading(Halt.MOVED, true);
            var inSession = before.stream().anyMatch(line -> about(line, path) == About.CALL && line.ok());
            return switch (call.status()) {
                case 401 -> unauthorized(way, last, path);
                case 403 -> new Reading(challenged ? Halt.TOKEN_FORBIDDEN : Halt.TURNED_AWAY, true);
                case 404, 400 -> new Reading(inSession
                        ? Halt.SESSION_LOST
                        : call.status() == 404
                                ? Halt.NOT_FOUND
                                : Halt.CALL_REFUSED,
                        true);
                case 405, 501 -> new Reading(Halt.POST_REFUSED, true);
                case 429 -> new Reading(Halt.TOO_MANY, true);
                case 408, 499 -> new Reading(Halt.GAVE_UP, true);
                case 502, 503, 504 -> new Reading(Halt.UNREACHED, true);
                default -> new Reading(call.status() >= 520 && call.status() < 530
                        ? Halt.UNREACHED
                        : call.status() >= 500 ? Halt.SERVER_FAILED : Halt.CALL_REFUSED, true);
            };
        }

        private static Reading answered(List<AccessLine> way, String path, boolean challenged) {
            var calls = way.stream().filter(line -> about(line, path) == About.CALL).toList();
            if (!challenged)
                return switch (calls.getLast().token()) {
                    case SENT -> new Reading(Halt.HEALTHY, true);
                    case NOT_SENT -> new Reading(Halt.OPEN, true);
                    case UNTOLD -> new Reading(Halt.ANSWERED, false);
                };
            var answers = 0;
            for (var n = calls.size() - 1; n >= 0 && calls.get(n).ok(); n--)
                answers++;
            return answers == 1 && calls.getLast().status() == 200
                    ? new Reading(Halt.FIRST_ANSWER_LAST, false)
                    : new Reading(Halt.HEALTHY, true);
        }

        /** A first call that is challenged and one whose token is refused look alike; what comes next tells. */
        private static Reading unauthorized(List<AccessLine> way, int last, String path) {
            if (way.get(last).token() == Token.SENT)
                return new Reading(Halt.TOKEN_REFUSED, true);
            var after = way.subList(last + 1, way.size());
            if (last(after, path, About.METADATA) >= 0 || last(after, path, About.AS) >= 0)
                return metadata(after, path);
            var before = way.subList(0, last);
            if (last(before, path, About.METADATA) < 0)
                return new Reading(Halt.METADATA_NOT_ASKED, way.get(last).token() != Token.NOT_SENT);
            var earlier = metadata(before, path);
            return earlier.halt() == Halt.AT_THE_TENANT && way.get(last).token() == Token.UNTOLD
                    ? new Reading(Halt.TOKEN_REFUSED, false)
                    : earlier;
        }

        private static Reading metadata(List<AccessLine> way, String path) {
            var asked = way.stream().filter(line -> about(line, path) == About.METADATA).toList();
            var atServer = way.stream().anyMatch(line -> about(line, path) == About.AS
                    && AS_ENDPOINTS.stream().anyMatch(line.path()::endsWith));
            if (asked.stream().anyMatch(AccessLine::ok))
                return new Reading(atServer ? Halt.METADATA_UNUSED : Halt.AT_THE_TENANT, true);
            if (asked.isEmpty())
                return new Reading(Halt.METADATA_NOT_ASKED, true);
            var status = asked.getLast().status();
            if (status == 401 || status == 403)
                return new Reading(Halt.METADATA_GUARDED, true);
            if (asked.getLast().moved())
                return new Reading(Halt.METADATA_MOVED, true);
            return new Reading(status >= 500 ? Halt.METADATA_FAILED : Halt.METADATA_MISSING, true);
        }

        private static int last(List<AccessLine> way, String path, About about) {
            for (var n = way.size() - 1; n >= 0; n--)
                if (about(way.get(n), path) == about)
                    return n;
            return -1;
        }
    }
}
