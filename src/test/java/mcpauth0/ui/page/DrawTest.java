package mcpauth0.ui.page;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import mcpauth0.ui.Specimens;
import mcpauth0.ui.model.Conclusion;
import mcpauth0.ui.part.FindingCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DrawTest {
    static final FindingCard.Acts ACTS = new FindingCard.Acts() {
        @Override
        public String cureLabel(String step) {
            return "Review the change that cures it";
        }
        @Override
        public void cure(String step) {
        }
        @Override
        public void open(String url) {
        }
    };

    @Test
    void draw() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
            for (var dark : List.of(false, true))
                for (var em : List.of(14, 28)) {
                    Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
                    var result = new Result(Conclusion.of(Specimens.oneBroken(), Specimens.texts()), Specimens.texts(), ACTS);
                    var root = new javafx.scene.layout.VBox(result);
                    Bench.draw(root, 852, em == 14 ? 1000 : 1900, em, Path.of("/tmp/checkui/result-" + (dark ? "dark" : "light") + em + ".png"));
                }
            return null;
        }).get();
    }
}
