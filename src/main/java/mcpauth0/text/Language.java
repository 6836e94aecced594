package mcpauth0.text;

import java.util.Locale;
import java.util.stream.Stream;

/** A language that the words of the program are there in. */
public enum Language {
    ENGLISH("en", "English", Locale.ROOT), GERMAN("de", "Deutsch", Locale.GERMAN), SPANISH("es", "Español",
            Locale.of("es")), FRENCH("fr", "Français", Locale.FRENCH), JAPANESE("ja", "日本語",
                    Locale.JAPANESE), PORTUGUESE("pt-BR", "Português (Brasil)", Locale.of("pt", "BR"));

    private final String id;
    private final String ownName;
    private final Locale bundle;

    Language(String id, String ownName, Locale bundle) {
        this.id = id;
        this.ownName = ownName;
        this.bundle = bundle;
    }

    /** Its tag (BCP 47). */
    public String id() {
        return id;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** Of its bundle. */
    public Locale bundle() {
        return bundle;
    }

    /** The one that a computer speaks; English where the program does not speak its. */
    public static Language of(Locale system) {
        return Stream.of(values()).filter(one -> speaks(one, system)).findFirst().orElse(ENGLISH);
    }

    private static boolean speaks(Language one, Locale system) {
        return Locale.forLanguageTag(one.id).getLanguage().equals(system.getLanguage());
    }

    /**
     * How numbers and dates are written: as on this computer where it speaks the language, else as is usual where it is
     * spoken.
     */
    Locale format(Locale system) {
        return speaks(this, system) ? system : this == ENGLISH ? Locale.UK : Locale.forLanguageTag(id);
    }
}
