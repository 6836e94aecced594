package mcpauth0.ui.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import mcpauth0.ui.part.OutlookList;
import mcpauth0.ui.part.SpellingTable;
import mcpauth0.ui.part.Stations;
import mcpauth0.ui.part.TokenPanel;
import mcpauth0.ui.part.Wire;
import mcpauth0.ui.part.Words;
import org.jspecify.annotations.Nullable;

/** What a check found: the way of the connection, what to do, the token, the clients, what went over the wire; the rest folded. */
final class Result extends VBox {

    private final Map<String, FindingCard> cards = new HashMap<>();
    private final @Nullable CheckList checks;
    private final @Nullable TitledPane everything;
    private final @Nullable TitledPane advice;
    private final VBox advised = new VBox(8);

    Result(Conclusion conclusion, Texts texts, FindingCard.Acts acts) {
        super(16);
        var report = conclusion.report();
        var stations = new Stations(texts);
        stations.show(Way.of(report.findings()));
        getChildren().add(stations);
        conclusion.cards().forEach(card -> getChildren().add(card(card, report, texts, acts)));
        if (report.overall() == Report.Overall.INCONCLUSIVE)
            getChildren().add(unseen(report, texts));
        if (!conclusion.token().isEmpty())
            getChildren().add(new TokenPanel(conclusion.token(), texts));
        spellings(report, texts);
        if (!conclusion.clients().isEmpty())
            getChildren().add(new OutlookList(conclusion.clients(), texts, this::lead));
        if (!report.exchanges().isEmpty())
            getChildren().add(new Wire(report, host(report), texts));
        if (conclusion.advice().isEmpty())
            advice = null;
        else {
            conclusion.advice().forEach(card -> advised.getChildren().add(card(card, report, texts, acts)));
            advice = folded(texts.get("page.check.advice", conclusion.advice().size()), advised);
            getChildren().add(advice);
        }
        checks = conclusion.entries().isEmpty() ? null : new CheckList(conclusion.entries(), texts);
        everything = checks == null ? null : folded(texts.get("page.check.all", conclusion.entries().size()), checks);
        if (everything != null)
            getChildren().add(everything);
    }

    /** In sight where the places differ, folded where they agree. */
    private void spellings(Report report, Texts texts) {
        if (report.spellings().size() < 2)
            return;
        var differ = report.spellings().stream().anyMatch(one -> one.differsAt() >= 0);
        var pane = folded(texts.get(differ ? "part.spelling.differ" : "part.spelling.agree",
                report.spellings().size()), new SpellingTable(report.spellings(), texts));
        pane.setId("spellings");
        pane.setExpanded(differ);
        getChildren().add(pane);
    }

    /** To the card of that check; to its line among all where it has none. */
    void lead(String check) {
        var card = cards.get(check);
        if (card != null) {
            if (advice != null && advised.getChildren().contains(card))
                advice.setExpanded(true);
            card.visit();
        } else if (checks != null && everything != null) {
            everything.setExpanded(true);
            checks.find(check);
        }
    }

    private Node card(Card card, Report report, Texts texts, FindingCard.Acts acts) {
        List<Exchange> messages = report.exchanges().stream()
                .filter(exchange -> card.messages().contains(exchange.n())).toList();
        var made = new FindingCard(card, messages, texts, acts);
        cards.put(card.rule().id(), made);
        return made;
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

    /** What is folded away is not there before it is wanted: styling it takes as long as everything in sight. */
    private static TitledPane folded(String title, Node content) {
        var pane = new TitledPane(title, null);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.expandedProperty().subscribe(open -> {
            if (open)
                pane.setContent(content);
        });
        return pane;
    }

    private static String host(Report report) {
        var port = report.target().uri().getPort();
        return report.target().host() + (port > 0 ? ":" + port : "");
    }
}
