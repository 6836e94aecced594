package mcpauth0.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import mcpauth0.http.Json;
import mcpauth0.text.Language;
import mcpauth0.text.Texts;
import org.jspecify.annotations.Nullable;

/** How the window looks, kept in the state folder. A file that cannot be read counts as missing. */
public final class Preferences {

    /** Light, dark, or whatever the system says. */
    public enum Shade {
        SYSTEM, LIGHT, DARK;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far ink and paper are apart. */
    public enum Contrast {
        SYSTEM, USUAL, HIGH;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int SMALLEST = 100;
    public static final int LARGEST = 200;

    private final Path file;
    private final ObjectProperty<Shade> shade = new SimpleObjectProperty<>(Shade.SYSTEM);
    private final ObjectProperty<Contrast> contrast = new SimpleObjectProperty<>(Contrast.SYSTEM);
    private final IntegerProperty textPercent = new SimpleIntegerProperty(SMALLEST);
    private final ObjectProperty<@Nullable Language> language = new SimpleObjectProperty<>();

    /** @param state the state folder */
    public Preferences(Path state) {
        file = state.resolve("window.json");
        read();
        shade.subscribe(_ -> write());
        contrast.subscribe(_ -> write());
        textPercent.subscribe(_ -> write());
        language.subscribe(_ -> write());
    }

    public ObjectProperty<Shade> shadeProperty() {
        return shade;
    }

    public ObjectProperty<Contrast> contrastProperty() {
        return contrast;
    }

    /** Size of the text in percent, from 100 to 200. */
    public IntegerProperty textPercentProperty() {
        return textPercent;
    }

    /** Null for the computer's. */
    public ObjectProperty<@Nullable Language> languageProperty() {
        return language;
    }

    /** The words to show, with numbers and dates as on this computer. */
    public Texts texts(Locale system) {
        return Texts.of(Objects.requireNonNullElseGet(language.get(), () -> Language.of(system)), system);
    }

    private void read() {
        try {
            if (!Files.exists(file))
                return;
            var json = Json.MAPPER.readTree(Files.readString(file));
            for (var one : Shade.values())
                if (one.id().equals(json.path("shade").asText()))
                    shade.set(one);
            for (var one : Contrast.values())
                if (one.id().equals(json.path("contrast").asText()))
                    contrast.set(one);
            for (var one : Language.values())
                if (one.id().equals(json.path("language").asText()))
                    language.set(one);
            textPercent.set(Math.clamp(json.path("textPercent").asInt(SMALLEST), SMALLEST, LARGEST));
        } catch (IOException _) {
            // The usual look.
        }
    }

    private void write() {
        var chosen = language.get();
        if (shade.get() == Shade.SYSTEM && contrast.get() == Contrast.SYSTEM && textPercent.get() == SMALLEST
                && chosen == null && !Files.exists(file))
            return;
        var json = Json.object().put("shade", shade.get().id()).put("contrast", contrast.get().id())
                .put("textPercent", textPercent.get());
        if (chosen != null)
            json.put("language", chosen.id());
        try {
            Files.writeString(file, Json.write(json));
        } catch (IOException _) {
            // It looks so until the window closes.
        }
    }
}
