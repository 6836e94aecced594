package mcpauth0.diagnose.registration;

import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.http.Failure;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.RegistrationOutcome.Refused;
import mcpauth0.oauth.RegistrationOutcome.Registered;

/** A client that nobody knows can register itself, where none is registered by hand. */
public final class RegistrationIsOpen implements Check {

    private static final Rule RULE = Rule.must("reg-dcr-disabled", Specs.REGISTRATION);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        if (seen.scene().clientGiven())
            return new NotApplicable("client-given");
        var settings = seen.tenant().found().map(Snapshot::settings).orElse(null);
        if (settings != null && !settings.dynamicRegistration())
            return RULE.broken(Evidence.NONE.with("dynamic-registration", "false"), name(seen)).curedBy(true,
                    "open-registration");
        if (settings != null && seen.registration().found().isEmpty())
            return new Holds(Evidence.NONE.with("dynamic-registration", "true"));
        return seen.registration().judge(outcome -> switch (outcome) {
            case Registered known -> new Holds(Evidence.in(known.exchange()).with("client-id",
                    known.client().clientId()));
            case Refused refused -> Quota.reached(refused)
                    ? new Blocked("registration")
                    : RULE.broken(Evidence.in(refused.exchange()).with("status", String.valueOf(refused.status()))
                            .with("answer", refused.text()), name(seen)).curedBy(seen.auth0(), "open-registration");
            case RegistrationOutcome.Failed failed -> failed(seen, failed);
        });
    }

    /** Who hangs up registers nobody; who is late, or answers something else, has checks of its own. */
    private static Verdict failed(Observations seen, RegistrationOutcome.Failed failed) {
        var exchange = failed.exchange();
        if (exchange == null || exchange.answer() != null)
            return new Blocked("registration");
        return switch (failed.failure()) {
            case Failure.Unreachable(_, _, var detail) ->
                RULE.broken(Evidence.in(exchange).with("detail", detail), name(seen));
            case Failure.Malformed(_, var detail) ->
                RULE.broken(Evidence.in(exchange).with("detail", detail), name(seen));
            case Failure.TimedOut _,Failure.Refused _,Failure.Locked _,Failure.Cancelled _,Failure.Unexpected _ ->
                new Blocked("registration");
        };
    }

    private static String name(Observations seen) {
        var issuer = seen.scene().issuer();
        return seen.server().found().map(Discovery.Server::issuer).orElse(issuer == null ? "" : issuer);
    }
}
