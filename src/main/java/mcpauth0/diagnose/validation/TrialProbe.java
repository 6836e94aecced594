package mcpauth0.diagnose.validation;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.mcp.ConversationProbe;
import mcpauth0.oauth.AccessToken;

/** Shows the server tokens that it must refuse, and strange sessions; read-only calls alone. */
public final class TrialProbe implements Probe<Trials> {

    public static final Probe<Trials> TRIALS = new TrialProbe();

    private TrialProbe() {
    }

    @Override
    public Station station() {
        return Station.VALIDATION;
    }

    @Override
    public Sighting<Trials> look(Look look) throws InterruptedException {
        var options = look.options();
        if (options.userAgent() == null && options.token() == null)
            return Sighting.untestable("not-asked-for");
        if (!options.deep())
            return Sighting.untestable("needs-deep");
        look.at(ConversationProbe.CONVERSATION);
        var seen = look.soFar();
        var talk = seen.conversation().found().orElse(null);
        var token = seen.token().found().orElse(null);
        if (talk == null || token == null)
            return seen.conversation().then(_ -> seen.token().then(_ -> Sighting.blocked("session")));
        if (!talk.accepted())
            return Sighting.blocked("session");
        if (token.access().form() != AccessToken.Form.JWT)
            return Sighting.blocked("readable-token");
        return Sighting.seen(new Trying(look, seen, talk, token).run());
    }
}
