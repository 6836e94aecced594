package mcpauth0.setup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/** By which people and files know a public key: SHA-256 over its SubjectPublicKeyInfo, written as OpenSSH writes it. */
public record Fingerprint(String value) {

    public static Fingerprint of(PublicKey key) {
        try {
            return new Fingerprint("SHA256:" + Base64.getEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key.getEncoded())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
