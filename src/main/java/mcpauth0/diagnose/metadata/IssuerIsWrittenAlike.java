package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.token.Token;
import mcpauth0.oauth.AccessToken;

/** One spelling of the issuer, with or without the slash at its end. */
public final class IssuerIsWrittenAlike implements Check {

    private static final Rule RULE = Rule.must("as-issuer-trailing-slash", Specs.ISSUER_IDENTITY, "token-iss-wrong",
            "authz-iss-mismatch");

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
        return seen.server().judge(found -> seen.metadata().judge(metadata -> {
            var own = String.valueOf(metadata.issuer());
            var evidence = Shown.metadata(seen).with("named", found.issuer()).with("issuer", own);
            if (metadata.isOfButForSlash(found.issuer()))
                return RULE.broken(evidence, found.issuer(), own);
            var token = seen.token().found().map(Token::access).map(AccessToken::issuer).orElse(own);
            if (!token.equals(own) && (token.equals(own + "/") || own.equals(token + "/")))
                return RULE.broken(Severity.WARNING, evidence.with("issuer-of-token", token), found.issuer(), own);
            return metadata.isOf(found.issuer()) ? new Holds(evidence) : new Blocked("server-metadata");
        }));
    }
}
