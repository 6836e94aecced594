package mcpauth0.diagnose.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Optional;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.http.Exchange;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;

/**
 * Calls {@code initialize} without a token: all that the search for metadata waits for. Where the address sends on to
 * another one of its origin, that one is called as well, so that the rest can be judged.
 */
public final class FirstCallProbe implements Probe<FirstCall> {

    public static final Probe<FirstCall> FIRST = new FirstCallProbe();

    private static final int MOST_ADDRESSES = 4;

    private FirstCallProbe() {
    }

    @Override
    public Station station() {
        return Station.CHALLENGE;
    }

    @Override
    public Sighting<FirstCall> look(Look look) {
        var way = new ArrayList<McpAnswer>();
        var next = Optional.of(look.target());
        while (next.isPresent() && way.size() < MOST_ADDRESSES) {
            var answer = McpCall.initialize(next.get()).within(look.timeout()).send(look.http());
            way.add(answer);
            next = sentTo(answer.exchange()).filter(to -> to.origin().equals(look.target().origin()))
                    .filter(to -> way.stream().noneMatch(one -> one.call().server().equals(to)));
        }
        return Sighting.seen(new FirstCall(way),
                way.stream().map(McpAnswer::exchange).map(Exchange::n).toArray(Integer[]::new));
    }

    /** Where a redirect leads; empty for another answer, or an address that no client could call. */
    static Optional<McpUrl> sentTo(Exchange exchange) {
        var answer = exchange.answer();
        var location = answer == null || !answer.redirect() ? null : answer.header("Location");
        if (location == null)
            return Optional.empty();
        try {
            return McpUrl.parse(new URI(exchange.request().url()).resolve(location)
                    .toString()) instanceof Parsed.Good<McpUrl>(var address) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
