package mcpauth0.text;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Looks words up in one language. Immutable. */
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("mcpauth0.text.texts", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts of(Locale locale) {
        return new Texts(locale);
    }

    public static Texts english() {
        return new Texts(Locale.ROOT);
    }

    /**
     * The text with {@code values} put in for {@code {0}}, {@code {1}} …; an apostrophe is written as it is.
     *
     * @throws MissingResourceException when no bundle has the key, which is a defect
     */
    public String get(String key, Object... values) {
        var pattern = bundle.getString(key);
        if (values.length == 0 && pattern.indexOf('{') < 0)
            return pattern;
        return new MessageFormat(pattern.replace("'", "''"), locale).format(values);
    }

    /** The same for facts that travel as text: one that the text counts with is taken as the number that it is. */
    public String get(String key, List<String> values) {
        var formats = new MessageFormat(bundle.getString(key).replace("'", "''"), locale)
                .getFormatsByArgumentIndex();
        var facts = new Object[values.size()];
        for (var i = 0; i < facts.length; i++)
            facts[i] = i < formats.length && formats[i] instanceof ChoiceFormat
                    ? Long.valueOf(values.get(i))
                    : values.get(i);
        return get(key, facts);
    }

    /** A day and a time, as the language writes them, in short. */
    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale.equals(Locale.ROOT) ? Locale.UK : locale).withZone(zone).format(at);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** For libraries that look their own texts up. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }
}
