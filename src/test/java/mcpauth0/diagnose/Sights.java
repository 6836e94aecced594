package mcpauth0.diagnose;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import mcpauth0.http.Network;
import mcpauth0.setup.McpUrl;

/** What probes are said to have seen, to judge it. */
public final class Sights {

    private final Instant now;
    private final String target;
    private final Map<Probe<?>, Sighting<?>> seen = new HashMap<>();

    private Sights(Instant now, String target) {
        this.now = now;
        this.target = target;
    }

    public static Sights at(Instant now) {
        return of("https://mcp.example.com/mcp", now);
    }

    public static Sights of(String target, Instant now) {
        return new Sights(now, target);
    }

    public <T> Sights with(Probe<T> probe, T value) {
        seen.put(probe, Sighting.seen(value));
        return this;
    }

    public Verdict judge(Check check) {
        return check.judge(new Observations(
                new Scene(McpUrl.parse(target).orThrow(), now, false, null, false, false, Network.Patience.USUAL),
                seen));
    }
}
