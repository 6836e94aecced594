package mcpauth0.ui.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mcpauth0.diagnose.Report;
import mcpauth0.diagnose.Verdict;
import mcpauth0.http.Exchange;
import mcpauth0.text.Texts;
import mcpauth0.ui.Pieces;
import mcpauth0.ui.Work;
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

/**
 * What a check found: the way of the connection, what to do, the token, the clients, what went over the wire; the rest
 * folded. It grows downwards, a piece in each frame: what is read first is there first, and nothing that is there moves.
 */
final class Result extends VBox {

    private final Conclusion conclusion;
    private final Report report;
    private final Texts texts;
    private final FindingCard.Acts acts;
    private final Work work;
    private final Map<String, FindingCard> cards = new HashMap<>();
    private final VBox advised = new VBox(8);
    private @Nullable TitledPane advice;
    private @Nullable TitledPane everything;
    private @Nullable CheckList checks;
    private Subscription growing;
    /** The check whose card, or line among all, is to be visited as soon as it is there. */
    private @Nullable String wanted;

    Result(Conclusion conclusion, Texts texts, FindingCard.Acts acts, Work work) {
        super(16);
        this.conclusion = conclusion;
        this.report = conclusion.report();
        this.texts = texts;
        this.acts = acts;
        this.work = work;
        growing = work.inPieces(pieces());
    }

    /** Another is shown in its place: what is not there yet is not wanted any more. */
    void end() {
        growing.unsubscribe();
    }

    private Pieces pieces() {
        var pieces = new Pieces();
        pieces.add(() -> {
            var stations = new Stations(texts);
            stations.show(Way.of(report.findings()));
            getChildren().add(stations);
        });
        conclusion.cards().forEach(card -> pieces.add(() -> put(card, this)));
        if (report.overall() == Report.Overall.INCONCLUSIVE)
            pieces.add(() -> getChildren().add(unseen(report, texts)));
        if (!conclusion.token().isEmpty())
            pieces.add(() -> getChildren().add(new TokenPanel(conclusion.token(), texts)));
        if (report.spellings().size() >= 2)
            pieces.add(() -> getChildren().add(spellings()));
        if (!conclusion.clients().isEmpty())
            pieces.add(() -> getChildren().add(new OutlookList(conclusion.clients(), texts, this::lead)));
        if (!report.exchanges().isEmpty())
            pieces.add(() -> {
                var wire = new Wire(report, host(report), texts, work);
                getChildren().add(wire);
                pieces.insert(wire.pieces());
            });
        pieces.add(this::foldedAway);
        return pieces;
    }

    private void foldedAway() {
        if (!conclusion.advice().isEmpty()) {
            var pane = folded(texts.get("page.check.advice", conclusion.advice().size()), () -> advised);
            pane.expandedProperty().subscribe((_, open) -> {
                if (open && advised.getChildren().isEmpty())
                    growing = growing.and(work.inPieces(conclusion.advice().stream()
                            .<Runnable>map(card -> () -> put(card, advised)).iterator()));
            });
            advice = pane;
            getChildren().add(pane);
        }
        if (!conclusion.entries().isEmpty()) {
            everything = folded(texts.get("page.check.all", conclusion.entries().size()), this::checks);
            getChildren().add(everything);
        }
        visit();
    }

    private CheckList checks() {
        var made = checks;
        if (made == null)
            made = new CheckList(conclusion.entries(), texts, work);
        checks = made;
        return made;
    }

    /** In sight where the places differ, folded where they agree. */
    private Node spellings() {
        var differ = report.spellings().stream().anyMatch(one -> one.differsAt() >= 0);
        var pane = folded(texts.get(differ ? "part.spelling.differ" : "part.spelling.agree",
                report.spellings().size()), () -> new SpellingTable(report.spellings(), texts));
        pane.setId("spellings");
        pane.setExpanded(differ);
        return pane;
    }

    /** To the card of that check; to its line among all where it has none. */
    void lead(String check) {
        wanted = check;
        visit();
    }

    private static boolean has(List<Card> some, String check) {
        return some.stream().anyMatch(card -> card.rule().id().equals(check));
    }

    private void visit() {
        var check = wanted;
        if (check == null)
            return;
        var card = cards.get(check);
        if (card != null) {
            wanted = null;
            card.visit();
        } else if (has(conclusion.advice(), check)) {
            if (advice != null)
                advice.setExpanded(true);
        } else if (everything != null && !has(conclusion.cards(), check)) {
            wanted = null;
            everything.setExpanded(true);
            checks().find(check);
        }
    }

    private void put(Card card, VBox place) {
        List<Exchange> messages = report.exchanges().stream()
                .filter(exchange -> card.messages().contains(exchange.n())).toList();
        var made = new FindingCard(card, messages, texts, acts, work);
        cards.put(card.rule().id(), made);
        place.getChildren().add(made);
        visit();
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

    /** What is folded away is not made before it is wanted: making and styling it takes as long as everything in sight. */
    private static TitledPane folded(String title, Supplier<Node> content) {
        var pane = new TitledPane(title, null);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.expandedProperty().subscribe(open -> {
            if (open && pane.getContent() == null)
                pane.setContent(content.get());
        });
        return pane;
    }

    private static String host(Report report) {
        var port = report.target().uri().getPort();
        return report.target().host() + (port > 0 ? ":" + port : "");
    }
}
