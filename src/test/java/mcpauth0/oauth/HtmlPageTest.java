package mcpauth0.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages as a reader without a browser sees them. */
@Timeout(20)
class HtmlPageTest {

    @Test
    void titleTextAndFormsAreRead() {
        var page = HtmlPage.of("""
            <!DOCTYPE html><html><head><title>Oops &amp; more</title><style>p{color:red}</style>
            <script>if (a < b) document.write("<form>")</script></head><body><!-- <form action="/no"> -->
            <h1>Some&nbsp;<b>thing</b></h1><p>5 &lt; 6 &#x2014; fine</p>
            <form action="/go?a=1&amp;b=2" METHOD = post ><input name=x value='it"s'><input type=radio name=r
            value=1 checked/><button>OK</button></form></body>""");
        assertThat(page.title()).isEqualTo("Oops & more");
        assertThat(page.text()).isEqualTo("Some thing\n5 < 6 — fine\nOK");
        assertThat(page.forms()).hasSize(1);
        var form = page.forms().getFirst();
        assertThat(form.action()).isEqualTo("/go?a=1&b=2");
        assertThat(form.method()).isEqualTo("POST");
        assertThat(form.fields()).containsExactly(new HtmlPage.Field("text", "x", "it\"s", false, "it\"s"),
                new HtmlPage.Field("radio", "r", "1", true, "1"), new HtmlPage.Field("submit", "", "", false, "OK"));
    }

    @Test
    void noTextMakesTheReaderFailOrCrawl() {
        var random = new Random(3);
        var pieces = List.of("<", ">", "</", "form", " ", "=", "\"", "'", "<!--", "-->", "input ", "name", "&#", ";",
                "<script>", "<button", "title", "&amp;", "\n");
        for (var i = 0; i < 5000; i++) {
            var html = new StringBuilder();
            for (var n = random.nextInt(25); n > 0; n--)
                html.append(pieces.get(random.nextInt(pieces.size())));
            assertThat(HtmlPage.of(html.toString()).text()).isNotNull();
        }
        for (var endless : List.of("<", "<a ", "<script>", "<a b=\"\" ", "<!--", "<form>", "&#1;"))
            assertThat(HtmlPage.of(endless.repeat(100_000)).title()).isEmpty();
    }

    @Test
    void lettersThatGrowInLowerCaseTakeNoLongerThanOthersAndMoveNothing() {
        var many = "\u0130".repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> HtmlPage.of("<" + many + " " + many + "=" + many + ">"));
        assertThat(HtmlPage.of("<p>\u0130<script>x</SCRIPT>after").text()).contains("after").doesNotContain("x");
    }
}
