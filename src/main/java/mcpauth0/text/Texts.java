package mcpauth0.text;

import java.text.ChoiceFormat;
import java.text.DateFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks words up in one language. Immutable. */
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Language language, Locale format) {
        this.locale = format;
        this.bundle = ResourceBundle.getBundle("mcpauth0.text.texts", language.bundle(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Numbers and dates are written as on that computer, where it speaks the language. */
    public static Texts of(Language language, Locale system) {
        return new Texts(language, language.format(system));
    }

    /** The same on every computer, for scripts. */
    public static Texts english() {
        return new Texts(Language.ENGLISH, Locale.UK);
    }

    /**
     * The text with {@code values} put in for {@code {0}}, {@code {1}} …; an apostrophe is written as it is. Facts travel as
     * text: one that is counted with is taken as the number that it is, and one that is written as a date as the moment that
     * it is (ISO 8601), in UTC.
     *
     * @throws MissingResourceException when no bundle has the key, which is a defect
     */
    public String get(String key, Object... values) {
        var pattern = bundle.getString(key);
        if (pattern.indexOf('{') < 0)
            return pattern;
        var format = new MessageFormat(pattern.replace("'", "''"), locale);
        var formats = format.getFormatsByArgumentIndex();
        var facts = values.clone();
        for (var i = 0; i < Math.min(facts.length, formats.length); i++)
            if (facts[i] instanceof String text)
                facts[i] = fact(formats[i], text);
        return format.format(facts);
    }

    public String get(String key, List<String> values) {
        return get(key, values.toArray());
    }

    private static Object fact(@Nullable Format format, String value) {
        // No switch over types: the virtual machine makes its code anew at each start, which the first page waits for.
        if (format instanceof ChoiceFormat)
            return Long.valueOf(value);
        if (!(format instanceof DateFormat date))
            return value;
        date.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        return Date.from(Instant.parse(value));
    }

    /**
     * A list of codes in words, each once: what stands between its commas is looked up behind {@code prefix}, in lower case.
     * What has no words stays as it is.
     */
    public String words(String prefix, String codes) {
        return Stream.of(codes.split(", ")).map(code -> {
            var key = prefix + code.toLowerCase(Locale.ROOT);
            return has(key) ? bundle.getString(key) : code;
        }).distinct().collect(Collectors.joining(", "));
    }

    /** A day and a time, as the language writes them, in short. */
    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale).withZone(zone).format(at);
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
