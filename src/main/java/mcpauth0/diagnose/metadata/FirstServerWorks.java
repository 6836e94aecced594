package mcpauth0.diagnose.metadata;

import java.util.List;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Fetched;

/** The authorization server that is named first has metadata: all known clients go to that one. */
public final class FirstServerWorks implements Check {

    private static final Rule RULE = Rule.must("prm-first-as-broken", Specs.AUTHORIZATION_SERVERS,
            "as-metadata-not-found");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.server().judge(first -> {
            var evidence = OtherServersProbe
                    .withTheRest(Evidence.in(first.all().stream().map(Fetched::exchange).toList())
                            .with("named", first.issuer()), seen, first);
            if (first.picked() != null)
                return new Holds(evidence);
            var works = seen.of(OtherServersProbe.OTHER_SERVERS).found().stream().flatMap(List::stream)
                    .filter(other -> other.picked() != null).findFirst();
            return works.isPresent()
                    ? RULE.broken(evidence, first.issuer(), works.get().issuer())
                    : new Blocked("server-metadata");
        });
    }
}
