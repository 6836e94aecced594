package mcpauth0.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.Parent;
import javafx.scene.text.Font;

/** How everything looks: the font, the colours, the size of the text. */
public final class Theme {

    private static final double USUAL_TEXT = 14;
    private static final List<String> FONTS = List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold");
    private static final List<String> SHEETS = List.of("app.css", "check.css", "contrast.css");

    private Theme() {
    }

    /**
     * Must come before anything is styled: JavaFX remembers what it did not find. On any thread, once JavaFX is started.
     */
    public static void loadFonts() {
        for (var font : FONTS)
            try (var in = Theme.class.getResourceAsStream("fonts/" + font + ".woff")) {
                if (Font.loadFont(Objects.requireNonNull(in, font), USUAL_TEXT) == null)
                    throw new IllegalStateException(font);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
    }

    /**
     * Reads the style sheet. Must come before the first control is made: JavaFX would read its own for it. On any thread,
     * also before JavaFX is started; that is why it cannot know what the system says, and takes it for light.
     */
    public static void begin(Preferences preferences) {
        Application.setUserAgentStylesheet(sheet(preferences.shadeProperty().get() == Preferences.Shade.DARK));
    }

    /** Follows the preferences, and the system where they say so, from now on. */
    public static void follow(Parent root, Preferences preferences) {
        for (var sheet : SHEETS)
            root.getStylesheets().add(Objects.requireNonNull(Theme.class.getResource(sheet), sheet).toExternalForm());
        preferences.shadeProperty().subscribe(_ -> paint(root, preferences));
        preferences.contrastProperty().subscribe(_ -> paint(root, preferences));
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> paint(root, preferences));
        Platform.getPreferences()
                .addListener((MapChangeListener<String, Object>) _ -> paint(root, preferences));
        preferences.textPercentProperty().subscribe(percent -> root
                .setStyle("-fx-font-size: " + USUAL_TEXT * percent.intValue() / Preferences.SMALLEST + "px;"));
    }

    private static void paint(Parent root, Preferences preferences) {
        var dark = switch (preferences.shadeProperty().get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        var high = switch (preferences.contrastProperty().get()) {
            case HIGH -> true;
            case USUAL -> false;
            // Only Windows tells.
            case SYSTEM -> Platform.getPreferences().getBoolean("Windows.SPI.HighContrast").orElse(false);
        };
        Application.setUserAgentStylesheet(sheet(dark));
        root.getStyleClass().removeAll("contrast-light", "contrast-dark");
        if (high)
            root.getStyleClass().add(dark ? "contrast-dark" : "contrast-light");
    }

    private static String sheet(boolean dark) {
        return (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    }
}
