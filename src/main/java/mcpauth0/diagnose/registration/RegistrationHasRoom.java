package mcpauth0.diagnose.registration;

import java.util.List;
import java.util.stream.Collectors;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.RegistrationOutcome.Refused;
import mcpauth0.oauth.RegistrationOutcome.Registered;

/** There is room for one more client, and not too many have just asked. */
public final class RegistrationHasRoom implements Check {

    private static final Rule RULE = Rule.must("reg-dcr-quota", Specs.DYNAMIC_REGISTRATION);

    private static final int FREE_PLAN = 10;
    private static final int OTHER_PLANS = 100;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        if (seen.scene().clientGiven())
            return new NotApplicable("client-given");
        return seen.registration().judge(outcome -> switch (outcome) {
            case Registered known -> nearlyFull(seen, Evidence.in(known.exchange()));
            case Refused refused -> Quota.reached(refused)
                    ? RULE.broken(Evidence.in(refused.exchange()).with("status", String.valueOf(refused.status()))
                            .with("answer", refused.text()), String.valueOf(refused.status()))
                    : new Blocked("registration");
            case RegistrationOutcome.Failed _ -> new Blocked("registration");
        });
    }

    /**
     * Auth0's plans end at ten and at a hundred applications. Only a tenant that fills up with clients which register anew
     * each time is warned before.
     */
    private static Verdict nearlyFull(Observations seen, Evidence evidence) {
        var clients = seen.tenant().found().map(Snapshot::clients).orElse(List.of()).stream()
                .filter(client -> !client.raw().path("global").asBoolean()).toList();
        var again = clients.stream().filter(client -> !client.firstParty())
                .collect(Collectors.groupingBy(Snapshot.Client::name, Collectors.counting())).values().stream()
                .filter(many -> many > 1).mapToLong(Long::longValue).sum();
        var limit = clients.size() <= FREE_PLAN ? FREE_PLAN : OTHER_PLANS;
        return again > 2 && clients.size() <= limit && clients.size() > limit - limit / 5
                ? RULE.broken(Severity.WARNING, evidence.with("applications", String.valueOf(clients.size())),
                        clients.size() + "/" + limit)
                : new Holds(evidence);
    }
}
