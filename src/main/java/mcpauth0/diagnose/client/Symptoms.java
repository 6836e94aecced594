package mcpauth0.diagnose.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mcpauth0.http.Json;

/** The known messages of clients, as data: the particular ones before the general. */
public final class Symptoms {

    private static final int MOST = 4000;
    private static final int LONGEST_REFERENCE = 64;
    private static final List<Symptom> ALL = read();

    private Symptoms() {
    }

    public static List<Symptom> all() {
        return ALL;
    }

    /**
     * What is known of it, the particular before the general; of a text the first 4000 characters are read.
     *
     * @param client id of the client that showed it
     */
    public static List<Symptom> in(String shown, String client) {
        var text = plain(shown);
        return text.isEmpty() ? List.of() : ALL.stream().filter(symptom -> symptom.in(text, client)).toList();
    }

    /** Claude's reference of a failed attempt, {@code ofid_…}, which only its maker can look up. */
    public static Optional<String> reference(String shown) {
        var text = shown.length() > MOST ? shown.substring(0, MOST) : shown;
        var from = text.indexOf("ofid_");
        if (from < 0)
            return Optional.empty();
        var to = from + 5;
        while (to < text.length() && to - from < LONGEST_REFERENCE && Character.isLetterOrDigit(text.charAt(to)))
            to++;
        return to == from + 5 ? Optional.empty() : Optional.of(text.substring(from, to));
    }

    private static String plain(String shown) {
        var text = new StringBuilder();
        for (var c : shown.strip().substring(0, Math.min(MOST, shown.strip().length())).toLowerCase(Locale.ROOT)
                .toCharArray()) {
            var small = c == '’' || c == '‘' ? '\'' : Character.isWhitespace(c) || c == '_' || c == '-' ? ' ' : c;
            if (small != ' ' || (!text.isEmpty() && text.charAt(text.length() - 1) != ' '))
                text.append(small);
        }
        return text.toString();
    }

    private static List<Symptom> read() {
        try (var in = Symptoms.class.getResourceAsStream("/mcpauth0/diagnose/symptoms.json")) {
            if (in == null)
                throw new IllegalStateException("no symptoms");
            return Json.MAPPER.readValue(in, new TypeReference<List<Symptom>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
