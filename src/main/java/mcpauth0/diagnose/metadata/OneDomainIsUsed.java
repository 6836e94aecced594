package mcpauth0.diagnose.metadata;

import java.util.Objects;
import java.util.stream.Stream;
import mcpauth0.auth0.Controls;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Blocked;
import mcpauth0.diagnose.Verdict.Holds;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.token.Token;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.LoginOutcome;

/** A tenant with several domains uses one of them for this server: in its metadata, in its answers, in its tokens. */
public final class OneDomainIsUsed implements Check {

    private static final Rule RULE = Rule.must("as-issuer-custom-domain", Specs.ISSUER_IDENTITY, "token-iss-wrong",
            "authz-iss-mismatch", "as-issuer-foreign", "rs-rejects-valid-token");

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
        return seen.server().judge(server -> seen.metadata().judge(metadata -> {
            var named = Shown.host(server.issuer());
            var token = seen.token().found().map(Token::access).map(AccessToken::issuer).orElse(null);
            var answer = seen.login().found().map(outcome -> outcome instanceof LoginOutcome.IssuerMismatch wrong
                    ? wrong.got()
                    : null).orElse(null);
            var other = Stream.of(metadata.issuer(), answer, token).filter(Objects::nonNull)
                    .filter(one -> !Shown.host(one).equals(named)).findFirst();
            var evidence = Shown.metadata(seen).with("named", server.issuer());
            if (other.isEmpty())
                return token != null || alone(seen, named)
                        ? new Holds(evidence)
                        : seen.token().judge(_ -> new Blocked("readable-token"));
            // Whether that is the same tenant under another name, the tenant alone knows.
            return seen.controls().judge(controls -> {
                var domains = controls.domains();
                if (domains == null)
                    return new NotTestableFromHere("needs-permission");
                var own = Shown.host(seen.scene().issuer());
                var host = Shown.host(other.get());
                return host.equals(own) || domains.stream().anyMatch(host::equalsIgnoreCase)
                        ? RULE.broken(evidence.with("issuer-of-token", other.get()), server.issuer(), other.get())
                        : new Holds(evidence);
            });
        }));
    }

    /** Whether the tenant has no other domain, so that nothing can name one. */
    private static boolean alone(Observations seen, String named) {
        return seen.controls().found().map(Controls::domains)
                .filter(domains -> Stream.concat(domains.stream(), Stream.of(Shown.host(seen.scene().issuer())))
                        .allMatch(named::equalsIgnoreCase))
                .isPresent();
    }
}
