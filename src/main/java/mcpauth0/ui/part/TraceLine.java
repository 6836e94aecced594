package mcpauth0.ui.part;

import java.time.Instant;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import mcpauth0.auth0.Creation;
import mcpauth0.text.Texts;

/** Something that this program made in the tenant. */
public final class TraceLine extends VBox {

    public TraceLine(Texts texts, Creation trace, Function<Instant, String> date) {
        var at = trace.at();
        getChildren().addAll(Words.body(texts.get("trace." + trace.kind().id(), trace.name())),
                Words.secondary(texts.get(trace.there() ? "page.care.trace.there" : "page.care.trace.gone", trace.id(),
                        at == null ? texts.get("page.care.trace.some-day") : date.apply(at))));
    }
}
