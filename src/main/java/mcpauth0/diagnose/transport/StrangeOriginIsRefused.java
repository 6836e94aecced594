package mcpauth0.diagnose.transport;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.mcp.McpAnswer;

/** A call from a web page of an unknown origin is turned away, or any page could talk to the server. */
public final class StrangeOriginIsRefused implements Check {

    private static final Rule RULE = Rule.should("transport-origin-not-validated", Specs.TRANSPORT);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.SESSION;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.answered().judge(opening -> {
            var stranger = opening.fromStranger().orElse(null);
            if (stranger == null)
                return new Blocked("connection");
            if (stranger.status() == 403 && opening.initialize().status() != 403)
                return new Holds(evidence(stranger));
            if (stranger.accepted())
                return RULE.broken(evidence(stranger), Opening.STRANGE_ORIGIN);
            return seen.conversation().judge(talk -> {
                var signedIn = talk.fromStranger();
                if (signedIn == null)
                    return new Blocked("session");
                return signedIn.accepted()
                        ? RULE.broken(evidence(signedIn), Opening.STRANGE_ORIGIN)
                        : new Holds(evidence(signedIn));
            });
        });
    }

    private static Evidence evidence(McpAnswer answer) {
        return Evidence.in(answer.exchange()).with("origin", Opening.STRANGE_ORIGIN).with("status",
                String.valueOf(answer.status()));
    }
}
