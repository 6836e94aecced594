package mcpauth0.diagnose.mcp;

import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.token.Token;
import mcpauth0.diagnose.token.TokenProbe;
import mcpauth0.oauth.Nearness;

/** Calls the server with the genuine token: which eras it speaks, its tools, a session, how exactly it listens. */
public final class ConversationProbe implements Probe<Conversation> {

    public static final Probe<Conversation> CONVERSATION = new ConversationProbe();

    private ConversationProbe() {
    }

    @Override
    public Station station() {
        return Station.VALIDATION;
    }

    @Override
    public Sighting<Conversation> look(Look look) throws InterruptedException {
        var seen = look.after(Station.TOKEN);
        return switch (seen.answered().then(_ -> sendable(seen))) {
            case Sighting.Unseen<Token> unseen -> Sighting.asUnseen(unseen);
            case Sighting.Seen<Token>(var token, _) ->
                Sighting.seen(new Talking(look, seen.endpoint(), token.access().value()).run());
        };
    }

    /** The token, where it may go to the address that answers: that one too must be covered by the resource. */
    private static Sighting<Token> sendable(Observations seen) {
        return seen.token().then(token -> TokenProbe.mayBeSent(seen, token)
                && Nearness.covers(seen.resourceName(), seen.endpoint())
                        ? seen.token()
                        : Sighting.blocked("token-of-this-server"));
    }
}
