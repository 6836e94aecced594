package mcpauth0.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import mcpauth0.diagnose.Checks;
import mcpauth0.diagnose.Rule;
import mcpauth0.http.Json;
import mcpauth0.http.Redaction;
import mcpauth0.http.Visible;
import mcpauth0.text.Texts;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Whatever a server says is told as it is in every form of the report, and is markup in none. */
class HostileReportTest {

    private static final Texts TEXTS = Texts.english();

    static Stream<String> foreign() {
        return Stream.of("<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\"><a href=\"javascript:alert(1)\">x</a><style>*{display:none}</style>",
                "</pre></details></style></title><iframe src='https://evil.example/'>", "]]><!-- --><?x?>&amp;&lt;&#0;",
                "[click](https://evil.example/) ![pixel](https://evil.example/p.png) <https://evil.example/>",
                "https://evil.example/x www.evil.example mail@evil.example @octocat #123",
                "` `` ``` ```` ~~~~\n```\n# x\n",
                "| a | b |\n|---|---|\n| c | d |\n", "\n# heading\n\n- list\n1. x\n> quote\n---\n===\n\n    code\n",
                "[ref]\n\n[ref]: https://evil.example/ \"t\"\n\n<div>\n",
                "**bold** _em_ ~~gone~~ \\* \\\\ {{x}} ${x} &copy;",
                "\u0000\u0001\b\u001b[2J\u007f\u0085\u202e\u2028\ufffe\uffff\ud800 \udbff\udfff", "a".repeat(5_000),
                "\u202eevil\u202c",
                "```\n</pre><script>alert(1)</script>\n```");
    }

    private static String written(String ending, String foreign) {
        return ReportForm.of(ending, Rule.Severity.ERROR, Seal.NONE).orElseThrow().write(Samples.report(foreign),
                TEXTS);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void isTextInHtml(String foreign) throws Exception {
        var html = written("html", foreign);
        var page = Jsoup.parse(html);

        assertThat(page.select("script, iframe, img, object, embed, link, form, input, base, [onerror], [onload]"))
                .isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.select("a").eachAttr("href")).allMatch(
                link -> link.startsWith("#message-") || specs().contains(link));
        assertThat(page.select("dd").eachText()).anyMatch(text -> text.replaceAll("\\s", "")
                .equals(Redaction.value(foreign).replaceAll("\\s", "")));
        assertThat(page.select("body > main > *").eachAttr("id").stream().filter(id -> id.startsWith("cause-")))
                .as("every cause still stands by itself").hasSize(Samples.report("").causes().size());
        wellFormed(html.replace("<!DOCTYPE html>", ""));
    }

    @Test
    void linesEndInOneWay() {
        for (var ending : List.of("html", "md", "txt", "xml"))
            assertThat(written(ending, "one\r\ntwo\rthree")).as(ending).doesNotContain("\r");
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void isTextInXml(String foreign) throws Exception {
        var root = wellFormed(written("xml", foreign));

        assertThat(root.getTagName()).isEqualTo("testsuites");
        var cases = elements(root, "testcase");
        assertThat(cases).hasSize(Checks.all().size());
        assertThat(root.getAttribute("tests")).isEqualTo(String.valueOf(cases.size()));
        assertThat(root.getAttribute("failures")).isEqualTo(String.valueOf(elements(root, "failure").size()));
        assertThat(root.getAttribute("skipped")).isEqualTo(String.valueOf(elements(root, "skipped").size()));
        assertThat(elements(root, "*")).extracting(Element::getTagName)
                .containsOnly("testsuite", "testcase", "failure", "skipped", "system-out");
        assertThat(elements(root, "testsuite")).allSatisfy(suite -> {
            assertThat(suite.getAttribute("name")).isNotBlank();
            assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-03T12:00:00");
            assertThat(suite.getAttribute("time")).matches("\\d+\\.\\d{3}");
            assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(elements(suite, "testcase").size()));
        });
        assertThat(elements(root, "failure")).allSatisfy(failure -> {
            assertThat(failure.getAttribute("message")).contains("What to do: ");
            assertThat(failure.getAttribute("type")).isEqualTo("error");
        });
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void isTextInMarkdown(String foreign) {
        var extensions = List.of(TablesExtension.create(), AutolinkExtension.create());
        var links = new ArrayList<String>();
        var markup = new ArrayList<String>();
        var quoted = new ArrayList<String>();
        var spans = new ArrayList<String>();
        var headings = new ArrayList<Integer>();
        Parser.builder().extensions(extensions).build().parse(written("md", foreign)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                markup.add("image");
            }

            @Override
            public void visit(HtmlInline html) {
                markup.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                markup.add(html.getLiteral());
            }

            @Override
            public void visit(IndentedCodeBlock code) {
                markup.add("indented");
            }

            @Override
            public void visit(org.commonmark.node.BlockQuote quote) {
                markup.add("quote");
            }

            @Override
            public void visit(org.commonmark.node.ThematicBreak line) {
                markup.add("line");
            }

            @Override
            public void visit(org.commonmark.node.OrderedList list) {
                markup.add("ordered");
            }

            @Override
            public void visit(org.commonmark.node.CustomBlock table) {
                markup.add("table");
            }

            @Override
            public void visit(org.commonmark.node.Heading heading) {
                headings.add(heading.getLevel());
                visitChildren(heading);
            }

            @Override
            public void visit(Code code) {
                spans.add(code.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock code) {
                quoted.add(code.getLiteral());
            }
        });

        assertThat(markup).isEmpty();
        assertThat(links).isNotEmpty().allMatch(specs()::contains);
        assertThat(headings).containsOnlyOnce(1).hasSize(headingsOf("harmless"));
        assertThat(spans).as("what the server said, exactly, among the evidence")
                .contains(Visible.line(Redaction.text(Redaction.value(foreign))));
        assertThat(quoted).as("what the server said, exactly, in its answer").anyMatch(text -> squeezed(text).contains(
                squeezed(Redaction.text(Redaction.value(foreign)))));
    }

    private static String squeezed(String text) {
        return text.replace("\\n", "").replaceAll("\\s", "");
    }

    private static int headingsOf(String foreign) {
        return (int) written("md", foreign).lines().filter(line -> line.matches("#+ .*")).count();
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void isTextInJsonAndOnTheTerminal(String foreign) {
        assertThat(Json.parse(written("json", foreign))).isPresent();
        assertThat(SavedReport.parse(written("json", foreign)).orElseThrow().passport())
                .isEqualTo(new Passport.Word.Unsigned(List.of()));
        assertThat(written("txt", foreign)).doesNotContain("\u001b", "\u202e", "\u0000");
    }

    @Test
    @Timeout(20)
    void aWordWithoutAnEndTakesNoLongerThanItsLetters() {
        for (var word : List.of("a", "@", "`", "/", "#1", "<"))
            assertThat(Markdown.text(word.repeat(300_000)).length()).isGreaterThanOrEqualTo(300_000);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void secretsAreInNoForm(String foreign) {
        for (var ending : ReportForm.ENDINGS)
            assertThat(written(ending, foreign)).as(ending).doesNotContain(Samples.MARK, Samples.TOKEN);
    }

    private static Set<String> specs() {
        var specs = new TreeSet<String>();
        Checks.all().forEach(check -> specs.add(check.rule().spec().url()));
        return specs;
    }

    private static List<Element> elements(Element root, String name) {
        var found = new ArrayList<Element>();
        var nodes = root.getElementsByTagName(name);
        for (var i = 0; i < nodes.getLength(); i++)
            found.add((Element) nodes.item(i));
        return found;
    }

    private static Element wellFormed(String xml) throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) throws SAXException {
                throw e;
            }

            @Override
            public void error(SAXParseException e) throws SAXException {
                throw e;
            }

            @Override
            public void fatalError(SAXParseException e) throws SAXException {
                throw e;
            }
        });
        return builder.parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement();
    }
}
