package mcpauth0.diagnose.registration;

import java.util.List;
import java.util.Map;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotApplicable;
import mcpauth0.oauth.RegistrationOutcome.Refused;

/**
 * What came of registering as other clients do.
 *
 * @param refused the features for which a registration was refused, with the refusal
 * @param left what could not be deleted again
 * @param full whether the authorization server had no room, so that nothing more is known
 */
public record Shapes(Map<Feature, Refused> refused, List<String> left, boolean full) {

    public Shapes {
        refused = Map.copyOf(refused);
        left = List.copyOf(left);
    }

    /** The verdict about one feature. */
    static Verdict judge(Observations seen, Rule rule, Feature feature) {
        if (seen.scene().clientGiven())
            return new NotApplicable("client-given");
        return seen.of(ShapesProbe.SHAPES).judge(shapes -> {
            var refused = shapes.refused().get(feature);
            var evidence = shapes.left().isEmpty()
                    ? Evidence.NONE
                    : Evidence.NONE.with("left-behind", String.join(", ", shapes.left()));
            if (refused != null)
                return rule.broken(Evidence.in(refused.exchange()).with("status", String.valueOf(refused.status()))
                        .with("answer", refused.text()).and(evidence), refused.text());
            return shapes.full() ? new Blocked("registration") : new Holds(evidence);
        });
    }
}
