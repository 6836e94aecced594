package mcpauth0.diagnose.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameQuestionTest {

    /** The answer of RFC 8484 §4.2.1, with an address of the older kind behind an alias. */
    private static final byte[] ANSWER = HexFormat.of().parseHex("00008180000100020000000003777777076578616d706c65"
            + "03636f6d0000010001c00c00050001000000800005026364c010c02d00010001000000800004c01fc401");

    @Test
    void theQuestionIsThatOfTheStandard() {
        // RFC 8484 §4.1.1
        assertThat(NameQuestion.about("www.example.com", NameQuestion.A))
                .isEqualTo("AAABAAABAAAAAAAAA3d3dwdleGFtcGxlA2NvbQAAAQAB");
        assertThat(NameQuestion.about("www.example.com.", NameQuestion.A))
                .isEqualTo(NameQuestion.about("www.example.com", NameQuestion.A));
    }

    @Test
    void addressesAreReadBehindAliases() {
        assertThat(NameQuestion.addresses(ANSWER)).contains(List.of(InetAddress.ofLiteral("192.31.196.1")));
    }

    @Test
    void noSuchNameIsAnAnswerAndATroubledResolverIsNone() {
        var unknown = ANSWER.clone();
        unknown[3] = (byte) 0x83;
        var troubled = ANSWER.clone();
        troubled[3] = (byte) 0x82;
        assertThat(NameQuestion.addresses(unknown)).contains(List.of());
        assertThat(NameQuestion.addresses(troubled)).isEmpty();
    }

    @Test
    void whateverComesIsReadOrRefused() {
        for (var length = 0; length < ANSWER.length; length++)
            assertThat(NameQuestion.addresses(Arrays.copyOf(ANSWER, length))).isEmpty();
        var random = new Random(1);
        for (var n = 0; n < 20_000; n++) {
            var spoilt = ANSWER.clone();
            for (var k = 0; k < 3; k++)
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            NameQuestion.addresses(spoilt).ifPresent(found -> assertThat(found).hasSizeLessThan(200));
        }
        assertThat(NameQuestion.addresses(Base64.getDecoder().decode("PGh0bWw+"))).isEmpty();
    }
}
