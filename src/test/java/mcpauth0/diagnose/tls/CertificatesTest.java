package mcpauth0.diagnose.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import mcpauth0.diagnose.Check;
import mcpauth0.diagnose.Rule.Severity;
import mcpauth0.diagnose.Sights;
import mcpauth0.diagnose.Verdict;
import mcpauth0.diagnose.network.AddressProbe;
import mcpauth0.diagnose.network.Addresses;
import mcpauth0.http.Trust;
import okhttp3.tls.HeldCertificate;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of certificates that no fault of the practice shows. */
class CertificatesTest {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final String HOST = "mcp.example.com";

    @Test
    void aNameInTheCommonNameAloneIsAWarning() {
        assertThat(judge(new CertificateIsForTheHost(), held().commonName(HOST)))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                    assertThat(broken.severity()).isEqualTo(Severity.WARNING);
                    assertThat(broken.values()).containsExactly(HOST, HOST);
                });
        assertThat(judge(new CertificateIsForTheHost(), held().commonName("other.example")))
                .isInstanceOfSatisfying(Verdict.Broken.class,
                        broken -> assertThat(broken.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void hostileNamesAreCut() {
        var hostile = held().commonName("\u001b[31m" + "x".repeat(5_000));
        for (var n = 0; n < 300; n++)
            hostile.addSubjectAlternativeName("n" + n + ".example");
        for (var check : List.<Check>of(new CertificateIsForTheHost(), new CertificateHasNotRunOut(), new KeyIsStrong(),
                new ChainIsInOrder(), new AuthorityIsTrusted(), new NobodyIsInBetween())) {
            var verdict = judge(check, hostile);
            var evidence = verdict instanceof Verdict.Broken broken
                    ? broken.evidence()
                    : ((Verdict.Holds) verdict).evidence();
            assertThat(evidence.facts()).isNotEmpty().allSatisfy(fact -> assertThat(fact.value()).hasSizeLessThan(400));
        }
    }

    @Test
    void certificatesThatLiveForDaysAreSoonAtTheEndOnlyInTheirLastThird() {
        assertThat(judge(new CertificateLasts(), valid(-3, 3))).isInstanceOf(Verdict.Holds.class);
        assertThat(judge(new CertificateLasts(), valid(-5, 1))).isInstanceOf(Verdict.Broken.class);
        assertThat(judge(new CertificateLasts(), valid(-60, 30))).isInstanceOf(Verdict.Holds.class);
        assertThat(judge(new CertificateLasts(), valid(-70, 20))).isInstanceOf(Verdict.Broken.class);
        assertThat(judge(new CertificateLasts(), valid(-70, -1))).isEqualTo(new Verdict.NotApplicable("run-out"));
    }

    @Test
    void anOldCertificateBesideAGoodWayHurtsNobody() {
        var own = valid(-10, 80).build().certificate();
        var beside = valid(-300, -100).build().certificate();
        assertThat(judge(new CertificateHasNotRunOut(), shown(Trust.Source.JAVA, own, beside)))
                .isInstanceOf(Verdict.Holds.class);
        assertThat(judge(new CertificateHasNotRunOut(), shown(null, own, beside))).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void aKnownProductInBetweenMakesTheRestInconclusive() {
        var gateway = held().commonName("Zscaler Intermediate Root CA (zscaler.net)").organizationalUnit("Zscaler Inc.")
                .certificateAuthority(0).build();
        var leaf = held().addSubjectAlternativeName(HOST).signedBy(gateway).build().certificate();
        assertThat(judge(new NobodyIsInBetween(), shown(null, leaf))).isInstanceOf(Verdict.Broken.class);
        assertThat(judge(new AuthorityIsTrusted(), shown(null, leaf))).isEqualTo(new Verdict.Blocked("interception"));
        assertThat(judge(new NobodyIsInBetween(), shown(Trust.Source.JAVA, leaf))).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void aCompanysOwnAuthorityInsideTheCompanyIsNobodyInBetween() {
        var leaf = held().addSubjectAlternativeName(HOST).build().certificate();
        assertThat(between("10.1.2.3", leaf)).isInstanceOf(Verdict.Holds.class);
        assertThat(between("192.31.196.1", leaf)).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void md5IsSeenInTheChainItselfThoughJavaRefusesIt() throws Exception {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var pair = keys.generateKeyPair();
        var holder = new JcaX509v3CertificateBuilder(new X500Principal("CN=Old authority"), BigInteger.ONE,
                Date.from(NOW.minus(Duration.ofDays(1))), Date.from(NOW.plus(Duration.ofDays(80))),
                new X500Principal("CN=" + HOST), pair.getPublic())
                .build(new JcaContentSignerBuilder("MD5withRSA").build(pair.getPrivate()));
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        assertThat(judge(new SignatureIsStrong(), shown(null, certificate)))
                .isInstanceOfSatisfying(Verdict.Broken.class,
                        broken -> assertThat(broken.values()).contains("MD5withRSA"));
    }

    @Test
    void certificatesThatDoNotFollowOneAnotherAreOutOfOrder() {
        var root = held().commonName("root").certificateAuthority(1).build();
        var between = held().commonName("between").certificateAuthority(0).signedBy(root).build();
        var leaf = held().commonName("leaf").signedBy(between).build().certificate();
        assertThat(judge(new ChainIsInOrder(), shown(null, leaf, between.certificate(), root.certificate())))
                .isInstanceOf(Verdict.Holds.class);
        assertThat(judge(new ChainIsInOrder(), shown(null, leaf))).isInstanceOf(Verdict.Holds.class);
        assertThat(judge(new ChainIsInOrder(), shown(null, leaf, root.certificate(), between.certificate())))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.values()).contains("root"));
        assertThat(judge(new ChainIsInOrder(), shown(null, leaf, leaf))).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void anAddressOfTheNewKindIsRecognizedHoweverItIsWritten() {
        var leaf = held().addSubjectAlternativeName("2001:4:112::1").build().certificate();
        assertThat(at("2001:4:112::1", null, leaf).namesHost()).isTrue();
        assertThat(at("2001:4:112::2", null, leaf).namesHost()).isFalse();
    }

    private static HeldCertificate.Builder held() {
        return valid(-1, 80);
    }

    private static HeldCertificate.Builder valid(int from, int until) {
        return new HeldCertificate.Builder().validityInterval(NOW.plus(Duration.ofDays(from)).toEpochMilli(),
                NOW.plus(Duration.ofDays(until)).toEpochMilli());
    }

    private static Handshake shown(Trust.@Nullable Source source, X509Certificate... chain) {
        return at(HOST, source, chain);
    }

    @SuppressWarnings("NullAway") // of a class file it overlooks that the source may be null
    private static Handshake at(String host, Trust.@Nullable Source source, X509Certificate... chain) {
        return new Handshake(host, List.of(chain), source != null, source, false, "");
    }

    private static Verdict judge(Check check, HeldCertificate.Builder held) {
        return judge(check, shown(Trust.Source.JAVA, held.build().certificate()));
    }

    private static Verdict judge(Check check, Handshake shown) {
        return Sights.at(NOW).with(HandshakeProbe.HANDSHAKE, shown).judge(check);
    }

    private static Verdict between(String address, X509Certificate leaf) {
        return Sights.at(NOW).with(HandshakeProbe.HANDSHAKE, shown(Trust.Source.SYSTEM, leaf))
                .with(AddressProbe.ADDRESSES, new Addresses(HOST, List.of(InetAddress.ofLiteral(address))))
                .judge(new NobodyIsInBetween());
    }
}
