package mcpauth0.ui.page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mcpauth0.text.Texts;
import mcpauth0.ui.Page;
import mcpauth0.ui.Services;
import mcpauth0.ui.Walk;
import mcpauth0.ui.model.Session;
import org.jspecify.annotations.Nullable;

/** What most pages have in common: their words, a column, a main button. */
abstract class PlainPage implements Page {

    final Services services;
    final Session session;
    final Walk walk;
    final Texts texts;
    final VBox body = new VBox(16);
    final ObjectProperty<Heading> heading;
    final ObjectProperty<@Nullable Forward> forward = new SimpleObjectProperty<>();

    private final String id;

    PlainPage(String id, Services services, Session session, Walk walk) {
        this.id = id;
        this.services = services;
        this.session = session;
        this.walk = walk;
        this.texts = services.texts();
        this.heading = new SimpleObjectProperty<>(Heading.of(texts, id));
    }

    /** A text of this page. */
    final String say(String key, Object... values) {
        return texts.get("page." + id + "." + key, values);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final ObservableValue<Heading> heading() {
        return heading;
    }

    @Override
    public final Node body() {
        return body;
    }

    @Override
    public final ObservableValue<@Nullable Forward> forward() {
        return forward;
    }
}
