package mcpauth0.diagnose.registration;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import mcpauth0.auth0.Snapshot;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** Where anybody may register a client, it gets no more than this server asks for. */
public final class OnlyWhatIsNeededIsOpen implements Check {

    private static final Rule RULE = Rule.may("reg-open-dcr-exposed", Specs.THIRD_PARTY_GRANTS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.tenant().judge(tenant -> {
            if (!tenant.settings().dynamicRegistration())
                return new Holds(Evidence.NONE.with("dynamic-registration", "false"));
            var resource = seen.resourceName();
            var asked = new HashSet<String>();
            seen.document().found().map(document -> document.scopes()).ifPresent(asked::addAll);
            seen.opening().found().map(opening -> opening.initialize().challenges().scopes())
                    .ifPresent(asked::addAll);
            var beyond = new TreeSet<String>();
            tenant.grants().stream().filter(grant -> grant.defaultForUsers(resource))
                    .forEach(grant -> beyond.addAll(grant.allScopes()
                            ? tenant.api(resource).map(Snapshot.Api::scopes).orElse(List.of())
                            : grant.scope()));
            beyond.removeAll(asked);
            var evidence = Evidence.NONE.with("dynamic-registration", "true").with("scopes-beyond",
                    String.join(" ", beyond));
            return beyond.isEmpty() || asked.isEmpty()
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.join(", ", beyond), resource);
        });
    }
}
