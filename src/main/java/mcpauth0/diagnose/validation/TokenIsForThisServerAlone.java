package mcpauth0.diagnose.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.setup.McpUrl;

/**
 * A server does not hand its callers' tokens on to others. What it sends elsewhere nobody sees from outside; that a token is
 * for somebody else as well is a hint that it is meant to travel.
 */
public final class TokenIsForThisServerAlone implements Check {

    private static final Rule RULE = Rule.may("rs-token-passthrough", Specs.AUDIENCE);

    private static final Set<String> WEB = Set.of("http", "https");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return seen.token().judge(token -> seen.conversation().judge(talk -> {
            if (!talk.accepted())
                return new Blocked("session");
            var others = token.access().audience().stream().filter(one -> isElsewhere(one, seen)).toList();
            return others.isEmpty()
                    ? new NotTestableFromHere("upstream-unseen")
                    : RULE.broken(Evidence.NONE.with("audience", String.join(" ", token.access().audience())),
                            String.join(", ", others));
        }));
    }

    /** Neither the server nor the issuer's own user information, which every login with {@code openid} is for. */
    private static boolean isElsewhere(String audience, Observations seen) {
        if (audience.equals(seen.resourceName())
                || seen.metadata().found().filter(found -> audience.equals(found.userinfoEndpoint())).isPresent()
                || audience.endsWith("/userinfo"))
            return false;
        try {
            var uri = new URI(audience);
            return uri.getScheme() != null && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null && !McpUrl.originOf(uri).equals(seen.scene().target().origin());
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
