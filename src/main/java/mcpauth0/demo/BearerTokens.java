package mcpauth0.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an access token is one for this server: signed with RS256 by a key that the issuer publishes, of this
 * issuer, for this audience, not expired (RFC 9068 §4). Faults leave single rules out.
 */
final class BearerTokens {

    /** What became of a token. */
    sealed interface Judgement {

        record Good(Caller caller) implements Judgement {
        }

        /** @param why one sentence without quotation marks, for {@code error_description} */
        record Bad(String why) implements Judgement {
        }

        /** The server stumbled over it; only a fault does. */
        record Failed(String why) implements Judgement {
        }
    }

    private static final int JWT_PARTS = 3;
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    private final DefaultJWTClaimsVerifier<SecurityContext> claims;
    private final LenientSignatures lenient;
    private final String expected;
    private final Set<String> faults;

    /**
     * @param issuer with its slash
     * @param audience the server's own URL
     * @param keys the issuer's, asked for again with every token, so that a new key is known at once
     */
    BearerTokens(String issuer, String audience, Supplier<JWKSet> keys, Set<String> faults) {
        // Auth0 writes "JWT" or, in the dialect of RFC 9068, "at+jwt".
        signatures.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        var known = faults.contains("rs-jwks-cache-stale") ? stale(keys) : keys;
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256,
                (selector, _) -> selector.select(known.get())));
        signatures.setJWTClaimsSetVerifier((_, _) -> {
            // The claims are judged below, also of a token that a fault lets through.
        });
        expected = faults.contains("rs-rejects-valid-token") ? audience + "/" : audience;
        this.faults = faults;
        claims = new DefaultJWTClaimsVerifier<>(audiences(),
                faults.contains("rs-accepts-other-issuer")
                        ? new JWTClaimsSet.Builder().build()
                        : new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("iss", "sub", "exp"), Set.of()) {
            @Override
            protected Date currentTime() {
                var now = Instant.now();
                return Date.from(faults.contains("rs-clock-skew") ? now.plus(TWO_DAYS) : now);
            }
        };
        lenient = new LenientSignatures(issuer, keys, faults);
    }

    /** Null for any. */
    private @Nullable Set<String> audiences() {
        if (faults.contains("rs-accepts-wrong-audience"))
            return null;
        var accepted = new HashSet<>(Set.of(expected));
        if (faults.contains("rs-accepts-missing-audience"))
            accepted.add(null);
        return accepted;
    }

    /** As they were before the issuer began to sign with its present key. */
    private static Supplier<JWKSet> stale(Supplier<JWKSet> keys) {
        return () -> new JWKSet(keys.get().getKeys().stream().skip(1).toList());
    }

    Judgement judge(String token) {
        if (faults.contains("rs-accepts-kid-injection") && MisledKeys.breaksTheQuery(token))
            return new Judgement.Failed("unrecognized token in the statement SELECT secret FROM keys WHERE kid = ?");
        try {
            var believed = signed(token);
            verify(believed);
            return new Judgement.Good(Caller.of(believed));
        } catch (ParseException e) {
            return faults.contains("rs-accepts-any-bearer") && token.split("\\.", -1).length != JWT_PARTS
                    ? new Judgement.Good(Caller.anyone())
                    : new Judgement.Bad("The token is not a JWT");
        } catch (BadJWTException e) {
            return new Judgement.Bad(sentence(e));
        } catch (BadJOSEException | JOSEException e) {
            return new Judgement.Bad("The signature does not hold: " + sentence(e));
        }
    }

    private void verify(JWTClaimsSet believed) throws BadJWTException {
        // Takes whatever the issuer signed for somebody who signed in.
        if (faults.contains("rs-accepts-id-token")
                && !believed.getAudience().isEmpty()
                && believed.getAudience().stream().noneMatch(one -> one.startsWith("https:")))
            return;
        try {
            claims.verify(believed, null);
        } catch (BadJWTException e) {
            var why = sentence(e);
            if (why.startsWith("JWT aud claim"))
                throw new BadJWTException("jwt audience invalid. expected: " + expected);
            var overlooked = (why.startsWith("Expired") && faults.contains("rs-accepts-expired"))
                    || (why.startsWith("JWT before use") && faults.contains("rs-accepts-future-nbf"));
            if (!overlooked)
                throw e;
        }
    }

    private JWTClaimsSet signed(String token) throws ParseException, BadJOSEException, JOSEException {
        try {
            var genuine = signatures.process(token, null);
            lenient.remember(token);
            return genuine;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            var excused = lenient.excuse(token);
            if (excused == null)
                throw e;
            return excused;
        }
    }

    private static String sentence(@Nullable Exception e) {
        return String.valueOf(e == null ? null : e.getMessage()).replace('"', '\'');
    }
}
