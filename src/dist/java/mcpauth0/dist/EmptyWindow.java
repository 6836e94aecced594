package mcpauth0.dist;

import java.io.PrintStream;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The least that JavaFX can show, as the measure of the program's own start: prints when the second frame came, as
 * the program writes it into its log, and ends.
 */
public final class EmptyWindow extends Application {

    private static final int SHOWN = 2;

    private final PrintStream out = System.out;

    /** @param words none */
    public static void main(String[] words) {
        launch(words);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 1100, 760));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames < SHOWN)
                    return;
                stop();
                out.println(Instant.now());
                Platform.exit();
            }
        }.start();
    }
}
