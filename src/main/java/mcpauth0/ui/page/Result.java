package mcpauth0.ui.page;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Card;
import mcpauth0.ui.model.Conclusion;
import mcpauth0.ui.model.Way;
import mcpauth0.ui.part.CheckList;
import mcpauth0.ui.part.FindingCard;
import mcpauth0.ui.part.Stations;
import mcpauth0.ui.part.TimingTable;
import mcpauth0.ui.part.Words;

/** What a check found: the way of the connection, what to do, what was asked; the rest folded. */
final class Result extends VBox {

    Result(Conclusion conclusion, Texts texts, FindingCard.Acts acts) {
        super(16);
        var report = conclusion.report();
        var stations = new Stations(texts);
        stations.show(Way.of(report.findings()));
        getChildren().add(stations);
        conclusion.cards().forEach(card -> getChildren().add(card(card, report, texts, acts)));
        if (report.overall() == Report.Overall.INCONCLUSIVE)
            getChildren().add(unseen(report, texts));
        if (!report.exchanges().isEmpty())
            getChildren().add(new TimingTable(report.exchanges(), host(report), texts));
        if (!conclusion.advice().isEmpty()) {
            var advice = new VBox(8);
            conclusion.advice().forEach(card -> advice.getChildren().add(card(card, report, texts, acts)));
            getChildren().add(folded(texts.get("page.check.advice", conclusion.advice().size()), advice));
        }
        if (!conclusion.entries().isEmpty())
            getChildren().add(folded(texts.get("page.check.all", conclusion.entries().size()),
                    new CheckList(conclusion.entries(), texts)));
    }

    private static Node card(Card card, Report report, Texts texts, FindingCard.Acts acts) {
        List<Exchange> messages = report.exchanges().stream()
                .filter(exchange -> card.messages().contains(exchange.n())).toList();
        return new FindingCard(card, messages, texts, acts);
    }

    /** Each reason once: what was in the way of the rest. */
    private static Node unseen(Report report, Texts texts) {
        var box = new VBox(4, Words.heading(texts.get("page.check.unseen")));
        box.getStyleClass().add("panel");
        report.findings().stream().map(Report.Finding::verdict).filter(Verdict.Blocked.class::isInstance)
                .map(verdict -> ((Verdict.Blocked) verdict).missing()).distinct()
                .forEach(missing -> box.getChildren().add(Words.body("• " + texts.get("missing." + missing))));
        return box;
    }

    private static Node folded(String title, Node content) {
        var pane = new TitledPane(title, content);
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static String host(Report report) {
        var port = report.target().uri().getPort();
        return report.target().host() + (port > 0 ? ":" + port : "");
    }
}
