package mcpauth0.diagnose.metadata;

import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.oauth.Fetched;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Parsed;

/** The MCP server names itself as authorization server only where it is one. */
public final class AuthorizationServerIsNotTheServer implements Check {

    private static final Rule RULE = Rule.must("prm-as-is-mcp-host", Specs.AUTHORIZATION_SERVERS,
            "as-metadata-not-found");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.server().judge(first -> {
            var target = seen.scene().target();
            var evidence = Evidence.in(first.all().stream().map(Fetched::exchange).toList()).with("named",
                    first.issuer());
            var own = McpUrl.parse(first.issuer()) instanceof Parsed.Good<McpUrl>(var named)
                    && named.origin().equals(target.origin());
            var issuer = seen.scene().issuer();
            return own && first.picked() == null
                    ? RULE.broken(evidence, first.issuer(),
                            issuer == null ? "https://TENANT.REGION.auth0.com/" : issuer)
                    : new Holds(evidence);
        });
    }
}
