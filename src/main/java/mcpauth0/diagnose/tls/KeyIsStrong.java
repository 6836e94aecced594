package mcpauth0.diagnose.tls;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Observations;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Specs;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.Verdict.Evidence;

public final class KeyIsStrong implements Check {

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_EC = 256;

    private static final Rule RULE = Rule.must("tls-weak-key", Specs.KEY_LENGTH);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Verdict judge(Observations seen) {
        return Shown.judge(seen, shown -> {
            for (var one : shown.vouched())
                if (weak(one.getPublicKey()))
                    return RULE.broken(evidence(one), shown.host(),
                            CertificateNames.called(one.getSubjectX500Principal()), named(one.getPublicKey()));
            return new Verdict.Holds(evidence(shown.own()));
        });
    }

    private static Evidence evidence(X509Certificate one) {
        return Evidence.NONE.with("certificate", CertificateNames.called(one.getSubjectX500Principal())).with("key",
                named(one.getPublicKey()));
    }

    private static boolean weak(PublicKey key) {
        return switch (key) {
            case RSAPublicKey _ -> bits(key) < SHORTEST_RSA;
            case ECPublicKey _ -> bits(key) < SHORTEST_EC;
            case DSAPublicKey _ -> true;
            default -> false;
        };
    }

    private static int bits(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength();
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize();
            default -> 0;
        };
    }

    /** {@code RSA 2048}. */
    private static String named(PublicKey key) {
        return bits(key) == 0 ? key.getAlgorithm() : key.getAlgorithm() + " " + bits(key);
    }
}
