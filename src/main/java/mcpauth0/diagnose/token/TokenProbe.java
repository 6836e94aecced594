package mcpauth0.diagnose.token;

import java.time.Instant;
import mcpauth0.diagnose.Look;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Probe;
import mcpauth0.diagnose.Sighting;
import mcpauth0.diagnose.Station;
import mcpauth0.oauth.AccessToken;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.Nearness;
import mcpauth0.oauth.TokenVerification;
import mcpauth0.oauth.Tokens;
import org.jspecify.annotations.Nullable;

/** Looks at the token, and verifies it as the server should. Sends nothing. */
public final class TokenProbe implements Probe<Token> {

    public static final Probe<Token> TOKEN = new TokenProbe();

    private TokenProbe() {
    }

    @Override
    public Station station() {
        return Station.TOKEN;
    }

    @Override
    public Sighting<Token> look(Look look) throws InterruptedException {
        var seen = look.after(Station.SIGN_IN);
        var given = look.options().token();
        if (given == null)
            return seen.login().then(outcome -> outcome instanceof LoginOutcome.SignedIn in
                    ? Sighting.seen(verified(seen, in.tokens().access(), in.tokens()), in.tokens().exchange().n())
                    : Sighting.blocked("token"));
        var token = verified(seen, AccessToken.of(given), null);
        return misplaced(token, seen.resourceName())
                ? Sighting.blocked("token-of-this-server")
                : Sighting.seen(token);
    }

    /**
     * Whether the token may be sent to the typed address: it says that it is for a resource which covers it, or, where
     * the operator brought it, says nothing that can be read.
     */
    public static boolean mayBeSent(Observations seen, Token token) {
        var resource = seen.resourceName();
        if (!Nearness.covers(resource, seen.scene().target()))
            return false;
        return token.isFor(resource) || (token.given() == null && token.access().audience().isEmpty());
    }

    private static boolean misplaced(Token token, String resource) {
        var audience = token.access().audience();
        return audience.stream().anyMatch(one -> one.endsWith("/api/v2/"))
                || (!audience.isEmpty() && !token.isFor(resource));
    }

    private static Token verified(Observations seen, AccessToken access, @Nullable Tokens given) {
        var keys = seen.keys().found().orElse(null);
        var issuer = seen.metadata().found().map(metadata -> metadata.issuer()).orElse(null);
        if (keys == null || issuer == null || access.form() != AccessToken.Form.JWT)
            return new Token(access, given, null);
        Instant now = seen.scene().now();
        return new Token(access, given, TokenVerification.of(access, keys, issuer, seen.resourceName(), now));
    }
}
