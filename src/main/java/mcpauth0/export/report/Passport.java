package mcpauth0.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.setup.Fingerprint;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Shows whether a JSON report is as it was written, and who wrote it: its last member, with a SHA-256 digest per other member
 * in canonical form (RFC 8785), signed with Ed25519 (RFC 8032). Numbers count as JavaScript reads them.
 */
public final class Passport {

    static final String MEMBER = "passport";
    private static final int FORM = 1;
    private static final String ALGORITHM = "Ed25519";

    private Passport() {
    }

    /** What became of a member of the report. */
    public enum Fate {
        /** It has another value. */
        ALTERED,
        /** It was there, and is no longer. */
        MISSING,
        /** It was not there. */
        ADDED
    }

    /** A member that is not as it was written. */
    public record Flaw(String section, Fate fate) {
    }

    /** What a report's passport tells. */
    public sealed interface Word {

        /** There is none, as in reports of versions before there was one. */
        record None() implements Word {
        }

        /** It has a form that this version does not know, or is no passport. */
        record Strange() implements Word {
        }

        /** The digests say this, and nobody signed them: whoever altered the report can have made them anew. */
        record Unsigned(List<Flaw> flaws) implements Word {
        }

        /** The signature is not that of the key that stands there: the digests themselves were altered. */
        record Forged(List<Flaw> flaws, Fingerprint signer) implements Word {
        }

        /** The digests are those that the owner of this key signed, and say this. */
        record Signed(List<Flaw> flaws, Fingerprint signer) implements Word {
        }
    }

    /** The report with its passport as the last member. */
    static ObjectNode sealed(ObjectNode report, Seal seal) {
        var passport = Json.object().put("form", FORM);
        var digests = passport.putObject("digests");
        report.properties().forEach(member -> digests.put(member.getKey(), digest(member.getKey(), member.getValue())));
        var pair = seal.key();
        if (pair != null)
            try {
                passport.put("key", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
                var signature = Signature.getInstance(ALGORITHM);
                signature.initSign(pair.getPrivate());
                signature.update(canonical(passport));
                passport.put("signature", Base64.getEncoder().encodeToString(signature.sign()));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(e);
            }
        report.set(MEMBER, passport);
        return report;
    }

    /** What the passport of this report says of it. */
    public static Word read(JsonNode report) {
        var passport = report.get(MEMBER);
        if (passport == null)
            return new Word.None();
        if (!(passport instanceof ObjectNode object) || passport.path("form").asInt() != FORM
                || !passport.path("digests").isObject())
            return new Word.Strange();
        var flaws = flaws(report, passport.path("digests"));
        if (!passport.has("key") && !passport.has("signature"))
            return new Word.Unsigned(flaws);
        try {
            var key = KeyFactory.getInstance(ALGORITHM).generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(passport.path("key").asText())));
            return signedBy(key, object)
                    ? new Word.Signed(flaws, Fingerprint.of(key))
                    : new Word.Forged(flaws, Fingerprint.of(key));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return new Word.Strange();
        }
    }

    private static boolean signedBy(PublicKey key, ObjectNode passport) {
        var without = passport.deepCopy();
        without.remove("signature");
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(canonical(without));
            return signature.verify(Base64.getDecoder().decode(passport.path("signature").asText()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static List<Flaw> flaws(JsonNode report, JsonNode digests) {
        var names = new LinkedHashSet<String>();
        report.fieldNames().forEachRemaining(names::add);
        digests.fieldNames().forEachRemaining(names::add);
        names.remove(MEMBER);
        var flaws = new ArrayList<Flaw>();
        for (var name : names) {
            var value = report.get(name);
            if (value == null)
                flaws.add(new Flaw(name, Fate.MISSING));
            else if (!digests.has(name))
                flaws.add(new Flaw(name, Fate.ADDED));
            else if (!digests.path(name).asText().equals(digest(name, value)))
                flaws.add(new Flaw(name, Fate.ALTERED));
        }
        return flaws;
    }

    private static String digest(String name, JsonNode value) {
        return HexFormat.of().formatHex(sha256(canonical(Json.MAPPER.createArrayNode().add(name).add(value))));
    }

    private static byte[] canonical(JsonNode node) {
        try {
            return new JsonCanonicalizer(Json.write(node)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException(e); // it was just written as JSON
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
