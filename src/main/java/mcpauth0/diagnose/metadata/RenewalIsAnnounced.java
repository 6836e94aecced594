package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.token.Token;

/** The metadata lists {@code offline_access}, so that clients ask for what makes a login last. */
public final class RenewalIsAnnounced implements Check {

    private static final Rule RULE = Rule.may("as-offline-access-not-listed", Specs.REFRESH, "token-no-refresh");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Station certainAt() {
        return Station.TOKEN;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.metadata().judge(metadata -> {
            var scopes = metadata.scopes();
            var evidence = Shown.metadata(seen).with("scopes-of-metadata",
                    scopes == null ? "" : String.join(" ", scopes));
            // Servers that give refresh tokens to everybody need not list it.
            var lasts = seen.token().found().map(Token::given).filter(given -> given.refresh() != null).isPresent();
            return lasts || (scopes != null && scopes.contains("offline_access"))
                    ? new Holds(evidence)
                    : RULE.broken(evidence, String.valueOf(metadata.issuer()));
        });
    }
}
