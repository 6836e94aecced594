package mcpauth0.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import mcpauth0.diagnose.Remedy;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Report.Finding;
import mcpauth0.diagnose.Rule;
import mcpauth0.diagnose.Station;
import mcpauth0.diagnose.Verdict;
import mcpauth0.export.report.JsonReport;
import mcpauth0.export.report.Seal;
import mcpauth0.export.report.TextReport;
import mcpauth0.ui.Specimens;
import mcpauth0.ui.model.Conclusion.Outlook;
import org.junit.jupiter.api.Test;

class ConclusionTest {

    @Test
    void saysTheWorstFirstAndInWords() {
        var conclusion = Conclusion.of(Specimens.oneBroken(), Specimens.texts());

        assertThat(conclusion.headline())
                .isEqualTo("Signing in works, but the server accepts tokens that are not for it");
        assertThat(conclusion.summary())
                .isEqualTo(
                        "https://mcp.acme.dev/mcp · 14 checks: 10 in order, 1 broken, 1 to look at, 1 not seen or not for this server · 4.2 s");
        assertThat(conclusion.cards()).extracting(card -> card.rule().id())
                .containsExactly("rs-accepts-wrong-audience", "token-no-refresh");
        assertThat(conclusion.advice()).extracting(card -> card.rule().id()).containsExactly("cors-wellknown-missing");
    }

    @Test
    void tellsAConsequenceInTheCardOfItsCause() {
        var conclusion = Conclusion.of(Specimens.closed(), Specimens.texts());

        assertThat(conclusion.cards()).singleElement().satisfies(card -> {
            assertThat(card.step()).isEqualTo("open-registration");
            assertThat(card.brings()).containsExactly("The sign-in was refused");
        });
        assertThat(Way.of(Specimens.closed().findings()).mark(Station.SIGN_IN)).isEqualTo(Mark.UNSEEN);
        assertThat(Way.of(Specimens.closed().findings()).mark(Station.REGISTRATION)).isEqualTo(Mark.BROKEN);
    }

    @Test
    void claimsNoMoreThanWasSeen() {
        assertThat(Conclusion.of(Specimens.healthy(), Specimens.texts()).headline()).contains("can sign in");
        assertThat(Conclusion.of(Specimens.report(List.of(Specimens.holds("net-dns-nxdomain"))), Specimens.texts())
                .headline()).contains("without signing in");
    }

    @Test
    void findsALineByAllOfItsWords() {
        var entry = Conclusion.of(Specimens.oneBroken(), Specimens.texts()).entries().get(11);

        assertThat(entry.matches("servers BROKEN")).isTrue();
        assertThat(entry.matches("rs-accepts")).isTrue();
        assertThat(entry.matches("servers certificate")).isFalse();
    }

    @Test
    void aFindingSaysWhoseSideItIsOnAndWhereThere() {
        var cards = Conclusion.of(Specimens.oneBroken(), Specimens.texts()).cards();
        assertThat(cards.getFirst().who()).isEqualTo("whoever runs your server");
        assertThat(cards.getFirst().where()).startsWith("the part of the server that checks tokens");
        assertThat(cards.getLast().who()).contains("your Auth0 tenant");
        assertThat(cards.getLast().where()).contains("the API in the tenant");
    }

    @Test
    void whatIsInOrderIsNotCalledByTheNameOfItsFault() {
        var texts = Specimens.texts();
        var entry = Conclusion.of(Specimens.oneBroken(), texts).entries().getFirst();
        assertThat(entry.kind()).isEqualTo("holds");
        assertThat(entry.title()).isEqualTo(texts.get("check.net-dns-nxdomain.holds"));
        assertThat(entry.verdict()).isEqualTo("In order");
    }

    @Test
    void whatWasTriedIsSaidInWordsAndNotInCodes() {
        var rule = Rule.must("rs-accepts-wrong-audience", Specimens.holds("rs-no-auth").rule().spec());
        var evidence = new Verdict.Evidence(List.of(new Verdict.Fact("sent", "other-api, longer-audience")), List.of());
        var report = Specimens.report(List.of(new Finding(rule, new Verdict.Broken(evidence,
                new Remedy.Advice("check.rs-accepts-wrong-audience.cure", List.of()), Rule.Severity.ERROR,
                List.of("other-api, longer-audience")), null)));
        var words = "a token for another API, a token for an address that begins with yours";
        assertThat(Conclusion.of(report, Specimens.texts()).cards()).singleElement().satisfies(card -> {
            assertThat(card.detail()).contains("(tried: " + words + ")");
            assertThat(card.facts()).extracting(Card.Labelled::value).containsExactly(words);
        });
        assertThat(new TextReport().write(report, Specimens.texts()).replaceAll("\\s+", " "))
                .contains("(tried: " + words + ")").doesNotContain("other-api");
        assertThat(new JsonReport(Seal.NONE).write(report, Specimens.texts())).as("for programs the codes stay")
                .contains("\"other-api, longer-audience\"");
    }

    @Test
    void drawsNumbersThatFollowEachOtherTogether() {
        assertThat(Card.ranges(List.of(33, 31, 32, 40))).isEqualTo("31–33, 40");
        assertThat(Card.ranges(List.of(3))).isEqualTo("3");
    }

    @Test
    void writesTimesAsPeopleReadThem() {
        assertThat(Conclusion.seconds(Duration.ofMillis(4230))).isEqualTo("4.2 s");
        assertThat(Conclusion.seconds(Duration.ofSeconds(75))).isEqualTo("1:15 min");
    }

    @Test
    void whoIsKeptOutOnlyByWhereTheServerIsDoesNotFail() {
        var healthy = Specimens.healthy();
        var local = new Report(healthy.target(), healthy.started(), healthy.took(),
                List.of(new Finding(Specimens.holds("net-host-not-public").rule(),
                        new Verdict.NotApplicable("local-target"), null),
                        new Finding(Specimens.holds("prm-behind-auth").rule(),
                                new Verdict.NotApplicable("no-browsers"), null)),
                List.of(new Report.Prediction("claude", "fails", "net-host-not-public"),
                        new Report.Prediction("inspector", "fails", "prm-behind-auth"),
                        new Report.Prediction("cursor", "fails", "rs-no-auth")),
                List.of(), List.of());
        assertThat(Conclusion.of(local, Specimens.texts()).clients()).extracting(Outlook::verdict, Outlook::failsAt)
                .containsExactly(tuple("elsewhere", null), tuple("no-browsers", null), tuple("fails", "rs-no-auth"));
    }
}
