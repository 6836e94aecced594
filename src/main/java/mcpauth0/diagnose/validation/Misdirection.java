package mcpauth0.diagnose.validation;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import mcpauth0.auth0.Decoy;
import mcpauth0.auth0.Snapshot;
import mcpauth0.auth0.Tenant;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.NotTestableFromHere;
import mcpauth0.diagnose.validation.Trials.Trial;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.Login;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.LoginRequest;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.mcp.McpAnswer;
import mcpauth0.setup.McpUrl;
import mcpauth0.setup.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Genuine tokens of the server's own authorization server that are for somebody else. With access to the tenant, for APIs
 * that exist for this moment alone; without, for a resource that nobody has, where the authorization server gives a token
 * for it and asks no person. Their audience is always one that no API had before.
 */
final class Misdirection {

    private final Look look;
    private final Observations seen;
    private final Function<@Nullable Secret, McpAnswer> call;

    Misdirection(Look look, Observations seen, Function<@Nullable Secret, McpAnswer> call) {
        this.look = look;
        this.seen = seen;
        this.call = call;
    }

    /** @return what was made for it and could not be deleted */
    List<String> send(Rounds rounds) throws InterruptedException {
        var left = new ArrayList<String>();
        var tenant = look.options().tenant();
        var snapshot = seen.tenant().found().orElse(null);
        if (tenant == null || snapshot == null) {
            var other = otherToken();
            if (other == null)
                rounds.not(Forgery.WRONG_AUDIENCE, new NotTestableFromHere(
                        tenant == null && !mayAskAgain() ? "needs-tenant" : "no-other-token"));
            else
                rounds.tokens(Forgery.WRONG_AUDIENCE, Map.of("other-resource", other), "readable-token");
            return left;
        }
        var failure = new Failure[1];
        rounds.oneByOne(Forgery.WRONG_AUDIENCE, () -> decoys(tenant, snapshot, left, failure), () -> why(failure[0]));
        return left;
    }

    private static Verdict why(@Nullable Failure failure) {
        return new NotTestableFromHere(failure instanceof Failure.Refused(var status, _) && status == 403
                ? "needs-permission"
                : "decoy-failed");
    }

    private List<Trial> decoys(Tenant tenant, Snapshot snapshot, List<String> left, @Nullable Failure[] failure) {
        var trials = new ArrayList<Trial>();
        try {
            var journal = look.options().journalOf(tenant);
            left.addAll(Decoy.sweep(tenant, journal));
            for (var audience : audiences(snapshot).entrySet()) {
                var decoy = Decoy.make(tenant, journal, audience.getValue());
                try (decoy) {
                    trials.add(new Trial(audience.getKey(), call.apply(decoy.token())));
                }
                left.addAll(decoy.leftBehind());
            }
        } catch (FailureException e) {
            // What was tried counts all the same.
            failure[0] = e.failure();
        } catch (IOException e) {
            failure[0] = new Failure.Unexpected(e);
        }
        return trials;
    }

    /** By what they find: no look at all, a look at the beginning alone, a look the wrong way round. */
    private Map<String, String> audiences(Snapshot snapshot) {
        var resource = seen.resourceName();
        var all = new LinkedHashMap<String, String>();
        all.put("other-api", Decoy.audienceOfNobody());
        all.put("longer-audience", resource + (resource.endsWith("/") ? "" : "/") + UUID.randomUUID());
        var shorter = McpUrl.originOf(URI.create(resource));
        if (!shorter.equals(resource) && snapshot.api(shorter).isEmpty() && snapshot.api(shorter + "/").isEmpty())
            all.put("shorter-audience", shorter);
        return all;
    }

    private boolean mayAskAgain() {
        var agent = look.options().userAgent();
        return agent != null && !agent.needsPerson();
    }

    /** Null where nobody may be asked, or what came is not for what was asked. */
    private @Nullable Secret otherToken() {
        var agent = look.options().userAgent();
        var metadata = seen.metadata().found().orElse(null);
        if (agent == null || agent.needsPerson() || metadata == null
                || !(seen.registration().found().orElse(null) instanceof RegistrationOutcome.Registered known))
            return null;
        var resource = seen.resourceName();
        var other = resource + (resource.endsWith("/") ? "" : "/") + UUID.randomUUID();
        var request = LoginRequest.of(metadata, known.client(), other, List.of())
                .within(look.options().loginTimeout()).withPerRequest(look.timeout());
        if (!(new Login(look.http(), look.ports()).run(request, agent) instanceof LoginOutcome.SignedIn in))
            return null;
        var access = in.tokens().access();
        return access.form() == AccessToken.Form.JWT && access.audience().contains(other)
                && !access.audience().contains(resource) ? access.value() : null;
    }
}
