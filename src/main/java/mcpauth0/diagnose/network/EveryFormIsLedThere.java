package mcpauth0.diagnose.network;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

/** A balancer's rule for the server's addresses does not leave out the very one that was typed. */
public final class EveryFormIsLedThere implements Check {

    private static final Rule RULE = Rule.must("net-lb-path-rule", Specs.TRANSPORT, "transport-endpoint-not-found",
            "transport-html-answer", "challenge-missing-401", "challenge-no-resource-metadata",
            "rs-rejects-valid-token", "session-empty-tools");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.CHALLENGE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.of(FormsProbe.FORMS).judge(forms -> {
            var typed = forms.typed().exchange();
            var served = forms.served();
            var evidence = Evidence.in(typed).with("address", typed.request().url()).with("status",
                    String.valueOf(typed.status()));
            if (served == null)
                return new Verdict.Holds(evidence);
            var there = served.exchange();
            return RULE.broken(
                    evidence.and(Evidence.in(there).with("address", there.request().url()).with("status",
                            String.valueOf(there.status()))),
                    typed.request().url(), String.valueOf(typed.status()), there.request().url());
        });
    }
}
