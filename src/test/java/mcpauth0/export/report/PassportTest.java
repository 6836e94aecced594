package mcpauth0.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import mcpauth0.export.report.Passport.Fate;
import mcpauth0.export.report.Passport.Flaw;
import mcpauth0.export.report.Passport.Word;
import mcpauth0.http.Json;
import mcpauth0.setup.Fingerprint;
import mcpauth0.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassportTest {

    private static final java.security.KeyPair KEY = Samples.key();
    private static final Fingerprint SIGNER = Fingerprint.of(KEY.getPublic());
    private static final String REPORT = new JsonReport(new Seal(KEY)).write(Samples.report("x"), Texts.english());

    private static ObjectNode report() {
        return (ObjectNode) Json.parse(REPORT).orElseThrow();
    }

    static Stream<String> sections() {
        var names = new ArrayList<String>();
        report().fieldNames().forEachRemaining(names::add);
        names.remove(Passport.MEMBER);
        return names.stream();
    }

    @Test
    void whatWasWrittenIsIntactAndSignedHoweverItIsLaidOut() {
        assertThat(Passport.read(report())).isEqualTo(new Word.Signed(List.of(), SIGNER));
        assertThat(Passport.read(Json.parse(Json.write(report())).orElseThrow()))
                .isEqualTo(new Word.Signed(List.of(), SIGNER));
        var backwards = Json.object();
        sections().toList().reversed().forEach(name -> backwards.set(name, report().get(name)));
        backwards.set(Passport.MEMBER, report().get(Passport.MEMBER));
        assertThat(Passport.read(backwards)).isEqualTo(new Word.Signed(List.of(), SIGNER));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionThatWasAlteredIsNamed(String section) {
        var tampered = report();
        tampered.set(section, altered(tampered.get(section)));
        assertThat(Passport.read(tampered))
                .isEqualTo(new Word.Signed(List.of(new Flaw(section, Fate.ALTERED)), SIGNER));
    }

    /** The first value in it that is no container, one letter or one more than it was. */
    private static com.fasterxml.jackson.databind.JsonNode altered(com.fasterxml.jackson.databind.JsonNode node) {
        if (node.isObject()) {
            var name = node.fieldNames().next();
            return ((ObjectNode) node.deepCopy()).set(name, altered(node.get(name)));
        }
        if (node.isArray()) {
            var copy = (com.fasterxml.jackson.databind.node.ArrayNode) node.deepCopy();
            copy.set(copy.size() - 1, altered(copy.get(copy.size() - 1)));
            return copy;
        }
        return node.isNumber()
                ? Json.object().numberNode(node.asLong() + 1)
                : Json.object().textNode(node.asText() + " ");
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionThatWasTakenOutIsNamed(String section) {
        var tampered = report();
        tampered.remove(section);
        assertThat(Passport.read(tampered))
                .isEqualTo(new Word.Signed(List.of(new Flaw(section, Fate.MISSING)), SIGNER));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void digestsThatWereMadeAnewDoNotFitTheSignature(String section) {
        var tampered = report();
        tampered.set(section, altered(tampered.get(section)));
        var made = report();
        made.remove(Passport.MEMBER);
        made.set(section, tampered.get(section));
        var digests = Passport.sealed(made, Seal.NONE).get(Passport.MEMBER).get("digests");
        ((ObjectNode) tampered.get(Passport.MEMBER)).set("digests", digests);

        assertThat(Passport.read(tampered)).isEqualTo(new Word.Forged(List.of(), SIGNER));
    }

    @Test
    void aSectionThatWasAddedIsNamed() {
        assertThat(Passport.read(report().put("praise", "very safe")))
                .isEqualTo(new Word.Signed(List.of(new Flaw("praise", Fate.ADDED)), SIGNER));
    }

    /** A value that was moved to another section is not what was written there. */
    @Test
    void digestsBelongToTheirSections() {
        var tampered = report();
        var digests = (ObjectNode) tampered.get(Passport.MEMBER).get("digests");
        tampered.set("clients", tampered.get("checks"));
        digests.put("clients", digests.get("checks").asText());
        assertThat(Passport.read(tampered)).isEqualTo(
                new Word.Forged(List.of(new Flaw("clients", Fate.ALTERED)), SIGNER));
    }

    @Test
    void anotherKeyOrSignatureIsFoundOut() {
        var other = Samples.key();
        var passport = (ObjectNode) report().get(Passport.MEMBER);
        var tampered = report();
        tampered.set(Passport.MEMBER, passport.deepCopy().put("key",
                Base64.getEncoder().encodeToString(other.getPublic().getEncoded())));
        assertThat(Passport.read(tampered))
                .isEqualTo(new Word.Forged(List.of(), Fingerprint.of(other.getPublic())));

        tampered.set(Passport.MEMBER, passport.deepCopy().put("signature", "AAAA"));
        assertThat(Passport.read(tampered)).isEqualTo(new Word.Forged(List.of(), SIGNER));

        var without = passport.deepCopy();
        without.remove("signature");
        tampered.set(Passport.MEMBER, without);
        assertThat(Passport.read(tampered)).as("a key alone is no word that nobody signed")
                .isEqualTo(new Word.Forged(List.of(), SIGNER));
    }

    @Test
    void whatIsNoPassportIsToldApart() {
        var bare = report();
        bare.remove(Passport.MEMBER);
        assertThat(Passport.read(bare)).isEqualTo(new Word.None());
        assertThat(Passport.read(bare.put(Passport.MEMBER, "trust me"))).isEqualTo(new Word.Strange());
        var newer = report();
        ((ObjectNode) newer.get(Passport.MEMBER)).put("form", 2);
        assertThat(Passport.read(newer)).isEqualTo(new Word.Strange());
    }

    @Test
    void withoutAKeyThereAreDigestsAlone() {
        var unsigned = Json.parse(new JsonReport(Seal.NONE).write(Samples.report("x"), Texts.english()))
                .orElseThrow();
        assertThat(Passport.read(unsigned)).isEqualTo(new Word.Unsigned(List.of()));
        ((ObjectNode) unsigned).put("verdict", "healthy");
        assertThat(Passport.read(unsigned)).isEqualTo(new Word.Unsigned(List.of(new Flaw("verdict", Fate.ALTERED))));
    }

    @Test
    void thePrivateKeyIsNowhereInIt() {
        var secret = Base64.getEncoder().encodeToString(KEY.getPrivate().getEncoded());
        assertThat(REPORT).doesNotContain(secret, secret.substring(secret.length() - 43));
        assertThat(new Seal(KEY).toString()).isEqualTo("signed");
    }
}
