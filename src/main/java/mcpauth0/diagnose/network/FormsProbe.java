package mcpauth0.diagnose.network;

import java.util.List;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.transport.FirstCallProbe;
import mcpauth0.diagnose.transport.OpeningProbe;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.oauth.mcp.McpCall;
import mcpauth0.setup.McpUrl;

/** Where the typed address is nobody's, asks the one with or without a slash, and one below it that cannot exist. */
public final class FormsProbe implements Probe<Forms> {

    public static final Probe<Forms> FORMS = new FormsProbe();

    private FormsProbe() {
    }

    @Override
    public Station station() {
        return Station.CHALLENGE;
    }

    @Override
    public Sighting<Forms> look(Look look) throws InterruptedException {
        var target = look.target();
        if (target.bareOrigin())
            return Sighting.inapplicable("no-path");
        var first = look.at(FirstCallProbe.FIRST);
        if (first instanceof Sighting.Unseen<?> unseen)
            return Sighting.asUnseen(unseen);
        var typed = first.found().orElseThrow().last();
        if (typed.exchange().answer() == null)
            return Sighting.blocked("connection");
        if (!Forms.strange(typed))
            return Sighting.seen(new Forms(typed, null, null), typed.exchange().n());
        var path = target.uri().getRawPath();
        var bare = path.replaceFirst("/+$", "");
        var beside = look.<McpAnswer>together(List.of(() -> ask(look, path.endsWith("/") ? bare : path + "/"),
                () -> ask(look, bare + "/" + OpeningProbe.NO_TOOL)));
        var other = beside.getFirst();
        var below = beside.getLast();
        return Sighting.seen(new Forms(typed, other, below), typed.exchange().n(), other.exchange().n(),
                below.exchange().n());
    }

    private static McpAnswer ask(Look look, String path) {
        var query = look.target().uri().getRawQuery();
        var address = look.target().origin() + path + (query == null ? "" : "?" + query);
        return McpCall.initialize(new McpUrl(address)).within(look.timeout()).send(look.http());
    }
}
