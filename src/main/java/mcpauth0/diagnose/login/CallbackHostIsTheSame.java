package mcpauth0.diagnose.login;

import java.util.Optional;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.client.Clients;
import mcpauth0.oauth.AuthorizationProbe;
import mcpauth0.oauth.AuthorizationProbe.Answer;
import mcpauth0.oauth.LoginOutcome;

/** {@code localhost} and {@code 127.0.0.1} are two names, and a client is registered under the one that it uses. */
public final class CallbackHostIsTheSame implements Check {

    private static final Rule RULE = Rule.must("authz-localhost-vs-127", Specs.LOOPBACK_CALLBACKS,
            "authz-callback-mismatch");

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
        var tenant = seen.tenant().found().orElse(null);
        var swapped = tenant == null ? Optional.<Swapped>empty() : swapped(tenant);
        if (swapped.isPresent())
            return RULE.broken(Evidence.NONE.with("client", swapped.get().client()).with("callback",
                    swapped.get().registered()), swapped.get().registered(), swapped.get().used());
        var asked = seen.of(AskingProbe.ASKING).found().map(Asking::twin).orElse(null);
        if (asked != null && taken(asked)) {
            var used = seen.login().found().flatMap(Refusal::callback).orElse("");
            return RULE.broken(Evidence.in(asked.exchange()).with("callback", used),
                    used.replace("//127.0.0.1", "//localhost"), used);
        }
        if (asked != null)
            return asked.callbackRefused() ? new Holds(Evidence.NONE) : new Blocked("login");
        return switch (seen.login()) {
            case Sighting.Seen<LoginOutcome>(var outcome, _) ->
                heard(outcome) ? new Holds(Evidence.NONE) : new Blocked("login");
            // Nobody was to sign in: then applications that are as they should be are word enough.
            case Sighting.Unseen<LoginOutcome>(var why, _) when why == Sighting.Why.UNTESTABLE && tenant != null ->
                new Holds(Evidence.NONE);
            case Sighting.Unseen<LoginOutcome> unseen -> unseen.judge(_ -> new Blocked("login"));
        };
    }

    /** Whether the client's own callback was taken. */
    private static boolean heard(LoginOutcome outcome) {
        return Refusal.taken(outcome) || outcome instanceof LoginOutcome.Denied
                || Refusal.of(outcome).filter(Refusal::afterTheCallback).isPresent();
    }

    /** Whether the server has nothing against the callback: it is the first thing judged after the client itself. */
    private static boolean taken(AuthorizationProbe asked) {
        return asked.goesOn() || (asked.answer() == Answer.ERROR_TO_CALLBACK && !asked.callbackRefused())
                || Refusal.of(asked).filter(Refusal::afterTheCallback).isPresent();
    }

    private record Swapped(String client, String registered, String used) {
    }

    /** An application that has a known client's callback under the other name alone. */
    private static Optional<Swapped> swapped(Snapshot tenant) {
        var used = Clients.all().stream().flatMap(profile -> profile.redirects().stream()).toList();
        return tenant.clients().stream().flatMap(client -> client.callbacks().stream()
                .filter(callback -> !used.contains(callback) && used.contains(twin(callback))
                        && !client.callbacks().contains(twin(callback)))
                .map(callback -> new Swapped(client.name(), callback, twin(callback)))).findFirst();
    }

    private static String twin(String callback) {
        return callback.startsWith("http://localhost")
                ? callback.replace("http://localhost", "http://127.0.0.1")
                : callback.replace("http://127.0.0.1", "http://localhost");
    }
}
