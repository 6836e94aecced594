package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Discovery;
import mcpauth0.oauth.Fetched;

public final class AuthorizationServerIsNamed implements Check {

    private static final Rule RULE = Rule.must("prm-authorization-servers-empty", Specs.AUTHORIZATION_SERVERS);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.document().judge(document -> {
            var evidence = Evidence.in(
                    seen.resource().found().map(Discovery.Resource::picked).map(Fetched::exchange).orElse(null));
            var named = document.authorizationServers();
            return named.isEmpty()
                    ? RULE.broken(evidence, issuer(seen))
                    : new Holds(evidence.with("authorization-servers", String.join(", ", named)));
        });
    }

    /** What should stand there, where it is known. */
    private static String issuer(Observations seen) {
        return seen.scene().issuer() == null ? "https://TENANT.REGION.auth0.com/" : seen.scene().issuer();
    }
}
