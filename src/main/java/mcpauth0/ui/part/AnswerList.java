package mcpauth0.ui.part;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcpauth0.setup.Setup;
import mcpauth0.text.Texts;
import mcpauth0.ui.model.Answers;

/** Everything that was chosen, page by page, each with the way to change it. */
public final class AnswerList extends VBox {

    private final Texts texts;
    private final Consumer<String> change;

    /** @param change leads to the page of that id, which comes back here */
    public AnswerList(Texts texts, Setup setup, Consumer<String> change) {
        this(texts, setup, texts.get("page.review.answers"), change);
    }

    /** The same below another title. */
    public AnswerList(Texts texts, Setup setup, String title, Consumer<String> change) {
        super(4);
        this.texts = texts;
        this.change = change;
        setId("answers");
        getChildren().add(Words.heading(title));
        Answers.of(setup, texts).forEach(answers -> getChildren().add(row(answers)));
    }

    private Node row(Answers answers) {
        var question = texts.get("page." + answers.page() + ".name");
        var words = new VBox(2, Words.secondary(question));
        for (var line : answers.lines())
            words.getChildren().add(Words.body(line));
        if (answers.lines().isEmpty())
            words.getChildren().add(Words.body(texts.get("page.review.answers.none")));
        HBox.setHgrow(words, Priority.ALWAYS);
        var link = new Hyperlink(texts.get("page.review.answers.change"));
        link.setId("change-answer-" + answers.page());
        link.setAccessibleText(texts.get("page.review.answers.change.of", question));
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> change.accept(answers.page()));
        var row = new HBox(12, words, link);
        row.getStyleClass().add("row");
        return row;
    }
}
