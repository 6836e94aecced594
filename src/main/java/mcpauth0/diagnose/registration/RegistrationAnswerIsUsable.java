package mcpauth0.diagnose.registration;

import java.util.ArrayList;
import java.util.List;
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
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.RegistrationOutcome.Registered;

/** The answer to a registration has what clients check: the callbacks, and no address that is empty. */
public final class RegistrationAnswerIsUsable implements Check {

    private static final Rule RULE = Rule.should("reg-dcr-response-bad-fields", Specs.DYNAMIC_REGISTRATION);

    private static final List<String> ADDRESSES = List.of("client_uri", "logo_uri", "tos_uri", "policy_uri", "jwks_uri",
            "registration_client_uri");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        if (seen.scene().clientGiven())
            return new NotApplicable("client-given");
        return seen.registration().judge(outcome -> {
            if (outcome instanceof RegistrationOutcome.Failed(Failure.Malformed(_, var detail), var exchange)
                    && exchange != null && exchange.answer() != null) {
                var missing = exchange.answer().json().isPresent() ? detail : "client_id";
                return RULE.broken(Rule.Severity.ERROR, Evidence.in(exchange).with("fields", missing), missing);
            }
            if (!(outcome instanceof Registered known))
                return new Blocked("registration");
            var raw = known.client().raw();
            var bad = new ArrayList<String>();
            ADDRESSES.stream().filter(name -> raw.path(name).isTextual() && raw.path(name).textValue().isEmpty())
                    .forEach(bad::add);
            if (!raw.path("redirect_uris").isArray() || raw.path("redirect_uris").isEmpty())
                bad.add("redirect_uris");
            var evidence = Evidence.in(known.exchange());
            return bad.isEmpty()
                    ? new Holds(evidence)
                    : RULE.broken(evidence.with("fields", String.join(", ", bad)), String.join(", ", bad));
        });
    }
}
