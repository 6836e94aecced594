package mcpauth0.ui.page;

import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.part.Question;
import org.jspecify.annotations.Nullable;

/** Leaving a page that is writing: after a question, and once what was begun is finished. */
final class WayOut {

    private final Texts texts;
    private final VBox body;
    private final Runnable stop;
    private @Nullable Runnable go;

    /**
     * @param body of the page, where the question is asked; the page clears it when it has ended
     * @param stop asks to stop
     */
    WayOut(Texts texts, VBox body, Runnable stop) {
        this.texts = texts;
        this.body = body;
        this.stop = stop;
    }

    /** Asks, with the keyboard on staying. */
    void ask(Runnable leave) {
        body.getChildren().removeIf(Question.class::isInstance);
        var question = new Question[1];
        question[0] = new Question("leaving", texts.get("page.review.leaving.ask"),
                texts.get("page.review.leaving.what"),
                new Question.Answer(texts.get("page.review.leaving.stay"),
                        () -> body.getChildren().remove(question[0])),
                new Question.Answer(texts.get("page.review.leaving.sure"), () -> {
                    go = leave;
                    stop.run();
                }));
        body.getChildren().add(question[0]);
        question[0].begin();
    }

    /** Nothing is being written any more. */
    void ended() {
        var leave = go;
        go = null;
        if (leave != null)
            leave.run();
    }
}
