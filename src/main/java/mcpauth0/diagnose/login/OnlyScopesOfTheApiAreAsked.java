package mcpauth0.diagnose.login;

import java.util.List;
import java.util.stream.Stream;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;

/** The server does not ask for a person's profile, which clients of third parties do not get. */
public final class OnlyScopesOfTheApiAreAsked implements Check {

    private static final Rule RULE = Rule.may("authz-oidc-scope-third-party", Specs.THIRD_PARTY_GRANTS,
            "authz-scope-not-granted");

    private static final List<String> PERSONAL = List.of("openid", "profile", "email", "address", "phone");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        var asked = Stream.concat(
                seen.opening().found().map(opening -> opening.initialize().challenges().scopes()).stream(),
                seen.document().found().map(document -> document.scopes()).stream()).flatMap(List::stream).distinct()
                .filter(PERSONAL::contains).toList();
        var evidence = Evidence.NONE.with("scopes", String.join(" ", asked));
        if (asked.isEmpty())
            return new Holds(evidence);
        return seen.registration().judge(_ -> seen.strictClient()
                ? RULE.broken(evidence, String.join(", ", asked))
                : new Holds(evidence));
    }
}
