package mcpauth0.diagnose.network;

import java.util.concurrent.Callable;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.mcp.ConversationProbe;
import mcpauth0.oauth.mcp.Era;

/** Repeats the first call with the genuine token under the names of clients that call from a cloud. */
public final class TokenGuiseProbe implements Probe<Guises> {

    public static final Probe<Guises> TOKEN_GUISES = new TokenGuiseProbe();

    private TokenGuiseProbe() {
    }

    @Override
    public Station station() {
        return Station.VALIDATION;
    }

    @Override
    public Sighting<Guises> look(Look look) throws InterruptedException {
        if (look.at(GuiseProbe.GUISES) instanceof Sighting.Unseen<Guises> unseen)
            return Sighting.asUnseen(unseen);
        var conversation = look.at(ConversationProbe.CONVERSATION);
        if (conversation instanceof Sighting.Unseen<?> unseen)
            return Sighting.asUnseen(unseen);
        var eras = conversation.found().orElseThrow().eras();
        var own = (eras.preferred() == Era.MODERN ? eras.modern() : eras.legacy()).exchange();
        return Sighting.seen(new Guises(look.together(Guise.AGENTS.stream()
                .<Callable<Guise>>map(agent -> () -> GuiseProbe.under(look, agent, true, own)).toList())));
    }
}
