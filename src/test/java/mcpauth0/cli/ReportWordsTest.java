package mcpauth0.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import mcpauth0.access.InMemoryKeychain;
import mcpauth0.demo.PracticePair;
import mcpauth0.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts do with reports: write, verify, compare and bundle them. */
class ReportWordsTest {

    @TempDir
    Path folder;

    private final InMemoryKeychain keychain = new InMemoryKeychain();

    private Spoken say(String home, String... words) {
        return Spoken.withKeychain(keychain, "", folder.resolve(home), words);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Spoken check(PracticePair pair, String... more) {
        var words = new ArrayList<>(List.of("check", pair.mcpUrl(), "--ca", pair.caFile().toString()));
        words.addAll(List.of(more));
        return say("home", words.toArray(String[]::new));
    }

    private static PracticePair healthy() throws IOException {
        return PracticePair.start(PracticePair.Options.of(PracticePair.Start.HEALTHY));
    }

    @Test
    void everyFormIsWrittenAndIntegrationReadsWhatFailed() throws Exception {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            var spoken = check(pair, "--login", "practice", "--report", file("r.html"), "--report", file("r.md"),
                    "--report", file("r.xml"), "--report", file("r.txt"));

            assertThat(spoken.code()).isEqualTo(Exit.BROKEN);
            assertThat(keychain.kept).as("only what can be signed asks for a key").isEmpty();
            assertThat(Files.readString(folder.resolve("r.html"))).startsWith("<!DOCTYPE html>").contains("Broken");
            assertThat(Files.readString(folder.resolve("r.md"))).startsWith("# Broken");
            assertThat(Files.readString(folder.resolve("r.txt"))).isEqualTo(spoken.out());
            var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(folder.resolve("r.xml").toFile()).getDocumentElement();
            assertThat(Integer.parseInt(xml.getAttribute("failures"))).isPositive();
            assertThat(xml.getElementsByTagName("failure").item(0).getAttributes().getNamedItem("message")
                    .getNodeValue()).contains("What to do: ");
        }
    }

    @Test
    void aReportIsVerifiedHereAndElsewhere() throws IOException {
        try (var pair = healthy()) {
            assertThat(check(pair, "--report", file("r.json")).err()).doesNotContain("signature");
        }
        var report = file("r.json");

        var here = say("home", "verify", report, "--known");
        assertThat(here.code()).as(here.out()).isZero();
        assertThat(here.out()).contains("Intact", "Signed by this installation (SHA256:");

        var elsewhere = say("other", "verify", report);
        assertThat(elsewhere.code()).isZero();
        assertThat(elsewhere.out()).contains("Intact", "who is not known here");
        assertThat(say("other", "verify", report, "--known").code()).isEqualTo(Exit.UNSURE);
        assertThat(say("other", "verify", report, "--trust").out()).contains("trusted here from now on");
        assertThat(say("other", "verify", report, "--known").out()).contains("trusted here since");
        assertThat(say("other", "verify", report, "--known").code()).isZero();
    }

    @Test
    void anAlteredReportIsNamedAndNeverTrusted() throws IOException {
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            check(pair, "--login", "practice", "--report", file("r.json"));
        }
        var report = Json.parse(Files.readString(folder.resolve("r.json"))).orElseThrow();
        var tampered = Files.writeString(folder.resolve("t.json"),
                Json.pretty(report).replaceFirst("\"broken\"", "\"healthy\""));

        var spoken = say("other", "verify", tampered.toString(), "--trust", "--again");
        assertThat(spoken.code()).isEqualTo(Exit.BROKEN);
        assertThat(spoken.out()).contains("Not intact", "“verdict” was altered").doesNotContain("“checks”");
        assertThat(spoken.err()).contains("not checked again");
        assertThat(folder.resolve("other/signers.json")).doesNotExist();
    }

    @Test
    void withoutAKeychainThereAreDigestsAndAWord() throws IOException {
        keychain.trouble = "none";
        try (var pair = healthy()) {
            var spoken = check(pair, "--report", file("r.json"));
            assertThat(spoken.code()).isZero();
            assertThat(spoken.err()).contains("digests, but no signature", "no keychain");
            assertThat(check(pair, "--report", file("r.json"), "--unsigned").err()).doesNotContain("signature");
        }
        var verified = say("home", "verify", file("r.json"));
        assertThat(verified.code()).isEqualTo(Exit.UNSURE);
        assertThat(verified.out()).contains("Intact", "Not signed");
    }

    @Test
    void thePrivateKeyIsInTheKeychainAndNowhereElse() throws IOException {
        try (var pair = healthy()) {
            check(pair, "--report", file("r.json"), "--report", file("r.html"));
        }
        say("home", "bundle", "--out", file("b.zip"));
        assertThat(keychain.kept).hasSize(1);
        var secret = keychain.kept.values().iterator().next().reveal().split(" ", -1)[0];
        try (var files = Files.walk(folder)) {
            for (var each : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(each, java.nio.charset.StandardCharsets.ISO_8859_1)).as(each.toString())
                        .doesNotContain(secret, secret.substring(secret.length() - 43));
        }
    }

    @Test
    void theSameChecksRunAgainAndTellWhatDiffers() throws IOException {
        try (var pair = healthy()) {
            check(pair, "--login", "practice", "--report", file("r.json"));
            var ca = pair.caFile().toString();

            var same = say("home", "verify", file("r.json"), "--again", "--ca", ca, "--login", "practice");
            assertThat(same.code()).as(same.out() + same.err()).isZero();
            assertThat(same.out()).contains("Nothing got worse");

            pair.behave(Set.of("prm-resource-mismatch"));
            var worse = say("home", "verify", file("r.json"), "--again", "--ca", ca, "--login", "practice");
            assertThat(worse.code()).isEqualTo(Exit.BROKEN);
            assertThat(worse.out()).contains("Something got worse", "prm-resource-mismatch");
        }
    }

    @Test
    void twoReportsAreCompared() throws IOException {
        try (var pair = healthy()) {
            check(pair, "--login", "practice", "--report", file("good.json"));
        }
        try (var pair = PracticePair.start(PracticePair.Options.of(PracticePair.Start.BLANK))) {
            check(pair, "--login", "practice", "--report", file("bad.json"));
        }
        var worse = say("home", "compare", file("good.json"), file("bad.json"), "--report", file("c.md"), "--report",
                file("c.json"));
        assertThat(worse.code()).as(worse.out()).isEqualTo(Exit.BROKEN);
        assertThat(worse.out()).contains("Something got worse", "Worse (", "Before: ", "After: ");
        assertThat(Files.readString(folder.resolve("c.md"))).startsWith("# Something got worse");
        assertThat(Json.parse(Files.readString(folder.resolve("c.json"))).orElseThrow().path("worse").asBoolean())
                .isTrue();

        var better = say("home", "compare", file("bad.json"), file("good.json"));
        assertThat(better.code()).isZero();
        assertThat(better.out()).contains("Nothing got worse;", "Better (");
    }

    @Test
    void wrongWordsAreToldAndEndWithTwo() throws IOException {
        Files.writeString(folder.resolve("no.json"), "{\"schema\":2}");
        assertThat(say("home", "verify", file("no.json")).code()).isEqualTo(Exit.WORDS);
        assertThat(say("home", "verify", file("no.json")).err()).contains("not a JSON report");
        assertThat(say("home", "verify", file("missing.json")).code()).isEqualTo(Exit.WORDS);
        assertThat(say("home", "compare", file("no.json")).code()).isEqualTo(Exit.WORDS);
        assertThat(say("home", "verify", file("no.json"), "--deep").code()).isEqualTo(Exit.WORDS);
        assertThat(say("home", "compare", file("no.json"), file("no.json"), "--report", file("c.html")).code())
                .isEqualTo(Exit.WORDS);
    }

    /** Everything secret that a run touches, with access to the tenant, in nothing that may be sent on. */
    @Test
    void aBundleHasWhatHelpsAndNothingSecret() throws IOException {
        try (var pair = healthy()) {
            var token = Files.writeString(folder.resolve("token"), pair.managementToken());
            check(pair, "--login", "practice", "--deep", "--tenant", pair.domain(), "--tenant-ca",
                    pair.caFile().toString(), "--management-token-file", token.toString());
            Files.createDirectories(folder.resolve("home/log"));
            Files.writeString(folder.resolve("home/log/mcp-auth0-setup.0.log"), "INFO: Authorization: Bearer "
                    + pair.managementToken() + "\nstate=abc123 code=SplxlOBeZQQYbYS6WxSbIA\n");
            Files.writeString(folder.resolve("home/connections.json"), "{\"schema\":1,\"connections\":[{\"name\":\"p\","
                    + "\"clientSecret\":\"" + pair.clientSecret() + "\"}]}");
            Files.writeString(folder.resolve("home/elsewhere.txt"), pair.clientSecret());

            var spoken = say("home", "bundle", "--out", file("b.zip"));

            assertThat(spoken.code()).as(spoken.err()).isZero();
            assertThat(spoken.out()).contains("sent to nobody", "report.html", "what the last check found",
                    "Look through it before you send it");
            var inside = unpacked();
            assertThat(inside.keySet()).contains("mcp-auth0-setup/read-me.txt", "mcp-auth0-setup/report.html",
                    "mcp-auth0-setup/report.json", "mcp-auth0-setup/versions.txt",
                    "mcp-auth0-setup/settings/connections.json", "mcp-auth0-setup/log/mcp-auth0-setup.0.log")
                    .anyMatch(name -> name.startsWith("mcp-auth0-setup/journals/"))
                    .noneMatch(name -> name.contains("clients/") || name.contains("elsewhere"));
            inside.forEach((name, text) -> {
                assertThat(text).as(name).doesNotContain(pair.managementToken(), pair.clientSecret(),
                        "SplxlOBeZQQYbYS6WxSbIA");
                assertThat(text).as(name + ": no token of any kind")
                        .doesNotContainPattern("eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,}");
            });
            assertThat(inside.get("mcp-auth0-setup/read-me.txt")).contains("report.html");
        }
    }

    @Test
    void aBundleWithoutAReportSaysSo() {
        assertThat(say("home", "bundle", "--out", file("b.zip")).out()).contains("There is no report in it");
    }

    private Map<String, String> unpacked() throws IOException {
        var texts = new TreeMap<String, String>();
        try (var zip = new ZipFile(folder.resolve("b.zip").toFile())) {
            for (var entry : zip.stream().toList())
                texts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8));
        }
        return texts;
    }
}
