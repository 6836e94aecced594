package mcpauth0.diagnose.login;

import java.util.function.BiFunction;
import java.util.function.Function;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;
import mcpauth0.oauth.Nearness;
import mcpauth0.oauth.Registration;
import mcpauth0.oauth.ServerMetadata;

/** Whether a client may become known to an authorization server and sign in there, and how it does. */
public final class Access {

    private Access() {
    }

    public static Registration registration(Look look) {
        return new Registration(look.http(), look.store(), look.ports(), look.timeout());
    }

    /** What the login says about the client's being known; blocked where it ended before that could be seen. */
    public static Verdict unknownClient(Observations seen, Function<SignInProbe.Attempt, Verdict> judgement) {
        return seen.of(SignInProbe.SIGN_IN).judge(attempt -> attempt.unknown()
                || Refusal.of(attempt.outcome()).isPresent() || Refusal.taken(attempt.outcome())
                        ? judgement.apply(attempt)
                        : new Verdict.Blocked("login"));
    }

    /** What the login says about the scopes that the client asked for. */
    public static Verdict scopeRefused(Observations seen, BiFunction<Evidence, String, Verdict> broken) {
        return Refusal.observed(seen, Refusal.Cause.SCOPE,
                refusal -> broken.apply(refusal.evidence(), refusal.words()));
    }

    /**
     * The metadata to sign in with, or why nobody signs in.
     *
     * @param seen up to the metadata
     */
    public static Sighting<ServerMetadata> server(Look look, Observations seen) {
        var options = look.options();
        if (options.token() != null)
            return Sighting.untestable("token-given");
        if (options.userAgent() == null)
            return Sighting.untestable("not-asked-for");
        return seen.document().then(document -> {
            if (!Nearness.covers(document.resource(), options.target()))
                return Sighting.blocked("matching-resource");
            return seen.server().then(server -> seen.metadata().then(metadata -> metadata.isOf(server.issuer())
                    || metadata.isOfButForSlash(server.issuer())
                            ? Sighting.seen(metadata)
                            : Sighting.blocked("server-metadata")));
        });
    }
}
