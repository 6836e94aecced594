package mcpauth0.diagnose.login;

import java.util.regex.Pattern;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/**
 * A program that listens on another port each time can come back. Authorization servers that compare ports, Auth0 among
 * them, need the port registered: that is advice, and at Auth0 only where an application is registered without one.
 */
public final class CallbackPortsFit implements Check {

    private static final Rule RULE = Rule.may("authz-loopback-port", Specs.LOOPBACK_CALLBACKS);

    private static final Pattern WITHOUT_PORT = Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?:/.*)?");

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
        return seen.of(AskingProbe.ASKING).judge(asking -> {
            var other = asking.otherPort();
            if (other == null)
                return seen.unasked("login");
            var evidence = Evidence.in(other.exchange()).with("answer", String.valueOf(other.description()));
            if (other.goesOn())
                return new Holds(evidence);
            if (!other.callbackRefused())
                return new Blocked("answer");
            var bare = seen.tenant().found().stream().flatMap(tenant -> tenant.clients().stream())
                    .filter(client -> client.document() == null)
                    .filter(client -> client.callbacks().stream()
                            .anyMatch(each -> WITHOUT_PORT.matcher(each).matches()))
                    .map(Snapshot.Client::name).toList();
            return bare.isEmpty() && seen.auth0()
                    ? new Holds(evidence)
                    : RULE.broken(evidence.with("client", String.join(", ", bare)), String.join(", ", bare));
        });
    }
}
