package mcpauth0.ui.part;

import java.time.Clock;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mcpauth0.plan.Change;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.TakeBack;

/** The changes that can be taken back, each with its choice, and a button that chooses them all. */
public final class ReversalList extends VBox {

    private final List<ReversalCard> cards;

    public ReversalList(Texts texts, TakeBack takeBack, Clock clock) {
        super(16);
        var reversals = takeBack.reversals();
        cards = reversals.stream().map(reversal -> new ReversalCard(texts, takeBack, reversal, clock)).toList();
        var nothing = Note.plain(texts.get("page.review.take-back.nothing"),
                texts.get("page.review.take-back.nothing.note"));
        nothing.managedProperty().bind(nothing.visibleProperty());
        takeBack.countProperty().subscribe(count -> nothing.setVisible(count.intValue() == 0));
        var everything = new Button(texts.get("page.review.take-back.all", reversals.size()));
        everything.setId("take-back-all");
        everything.setOnAction(_ -> takeBack.wantAll());
        getChildren().addAll(nothing, everything);
        var open = reversals.stream().filter(each -> each.change() instanceof Change.Diverged).count();
        if (open > 0)
            getChildren().add(Note.look(texts.get("page.review.take-back.open", open),
                    texts.get("page.review.take-back.open.note")));
        getChildren().addAll(cards);
    }

    /** Brings the change that was chosen already into sight; called once it is on the page. */
    public void visitChosen() {
        cards.stream().filter(ReversalCard::chosen).findFirst().ifPresent(ReversalCard::visit);
    }
}
