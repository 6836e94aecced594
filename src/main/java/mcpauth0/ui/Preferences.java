package mcpauth0.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import mcpauth0.http.Json;

/** How the window looks, kept in the state folder. A file that cannot be read counts as missing. */
public final class Preferences {

    /** Light, dark, or whatever the system says. */
    public enum Shade {
        SYSTEM, LIGHT, DARK;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int SMALLEST = 100;
    public static final int LARGEST = 200;

    private final Path file;
    private final ObjectProperty<Shade> shade = new SimpleObjectProperty<>(Shade.SYSTEM);
    private final IntegerProperty textPercent = new SimpleIntegerProperty(SMALLEST);

    /** @param state the state folder */
    public Preferences(Path state) {
        file = state.resolve("window.json");
        read();
        shade.subscribe(_ -> write());
        textPercent.subscribe(_ -> write());
    }

    public ObjectProperty<Shade> shadeProperty() {
        return shade;
    }

    /** Size of the text in percent, from 100 to 200. */
    public IntegerProperty textPercentProperty() {
        return textPercent;
    }

    private void read() {
        try {
            var json = Json.MAPPER.readTree(Files.readString(file));
            for (var one : Shade.values())
                if (one.id().equals(json.path("shade").asText()))
                    shade.set(one);
            textPercent.set(Math.clamp(json.path("textPercent").asInt(SMALLEST), SMALLEST, LARGEST));
        } catch (IOException _) {
            // The usual look.
        }
    }

    private void write() {
        if (shade.get() == Shade.SYSTEM && textPercent.get() == SMALLEST && !Files.exists(file))
            return;
        try {
            Files.writeString(file, Json.MAPPER.writeValueAsString(
                    Json.object().put("shade", shade.get().id()).put("textPercent", textPercent.get())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException _) {
            // It looks so until the window closes.
        }
    }
}
