package mcpauth0.access;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import mcpauth0.setup.Fingerprint;
import mcpauth0.setup.Secret;

/** The key by which reports of this installation are known (Ed25519). Its private half is in the keychain, and nowhere else. */
public final class SigningKey {

    /** No connection can have this name, because theirs have no two spaces in a row. */
    static final String NAME = "reports  signing key";

    private static final String ALGORITHM = "Ed25519";

    private SigningKey() {
    }

    /**
     * The key; the first time, and when it is gone, a new one. May ask the operator to unlock the keychain.
     *
     * @param signers remember whose it is
     * @throws Keychain.Trouble where it could not be kept
     */
    public static KeyPair find(Keychain keychain, Signers signers) throws Keychain.Trouble {
        var kept = keychain.find(NAME).flatMap(SigningKey::read);
        if (kept.isPresent())
            return remembered(kept.get(), signers);
        var fresh = made();
        var encoder = Base64.getEncoder();
        keychain.keep(NAME, Secret.of(encoder.encodeToString(fresh.getPrivate().getEncoded()) + " "
                + encoder.encodeToString(fresh.getPublic().getEncoded())));
        return remembered(fresh, signers);
    }

    /** It is a key all the same where that cannot be written down. */
    private static KeyPair remembered(KeyPair pair, Signers signers) {
        try {
            signers.remember(Fingerprint.of(pair.getPublic()), true);
        } catch (IOException e) {
            System.getLogger(SigningKey.class.getName()).log(System.Logger.Level.INFO, "signers: " + e);
        }
        return pair;
    }

    private static Optional<KeyPair> read(Secret secret) {
        var halves = secret.reveal().split(" ", -1);
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            var decoder = Base64.getDecoder();
            return halves.length != 2
                    ? Optional.empty()
                    : Optional.of(new KeyPair(keys.generatePublic(new X509EncodedKeySpec(decoder.decode(halves[1]))),
                            keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(halves[0])))));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static KeyPair made() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it (JEP 339)
        }
    }
}
