package mcpauth0.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcpauth0.text.Texts;

/**
 * A file with places in it, beside this class's resources. {@code «issuer»} becomes the issuer in quotes, {@code «scopes»}
 * the scopes in quotes with commas between, and {@code «note:issuer»}, behind the sign of a comment, the text
 * {@code export-note.issuer}. {@code «include:guard.py»} is another such file.
 */
final class Template {

    private static final Pattern INCLUDED = Pattern.compile("«include:([a-z.]+)»");
    private static final Pattern NOTE = Pattern.compile("(?m)^(.*?)«note:([a-z-]+)»$");
    private static final Pattern VALUE = Pattern.compile("«([a-z-]+)»");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template of(String resource) {
        return new Template(INCLUDED.matcher(read(resource))
                .replaceAll(place -> Matcher.quoteReplacement(read(place.group(1)).stripTrailing())));
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(Template.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param quotes puts a text into the quotes of the language */
    String filled(HandOver facts, Texts texts, UnaryOperator<String> quotes) {
        return filled(facts, texts, quotes, Map.of());
    }

    /** @param blocks lines that stand at a place as they are */
    String filled(HandOver facts, Texts texts, UnaryOperator<String> quotes, Map<String, String> blocks) {
        var noted = NOTE.matcher(text).replaceAll(note -> Matcher
                .quoteReplacement(Remark.of(note.group(1), said(note.group(2), facts, texts))));
        return VALUE.matcher(noted).replaceAll(place -> {
            var block = blocks.get(place.group(1));
            return Matcher.quoteReplacement(block != null
                    ? block
                    : values(facts, place.group(1)).stream().map(quotes).collect(Collectors.joining(", ")));
        });
    }

    /** The text of a note; the signs of a place are quotes in some languages, and no longer places. */
    static String said(String note, HandOver facts, Texts texts) {
        return texts.get("export-note." + note, facts.server()).replace('«', '"').replace('»', '"');
    }

    private static List<String> values(HandOver facts, String place) {
        return switch (place) {
            case "issuer" -> List.of(facts.issuer());
            case "jwks" -> List.of(facts.jwksUri());
            case "algorithm" -> List.of(facts.algorithm());
            case "audience" -> List.of(facts.audience());
            case "scopes" -> facts.scopes();
            case "host-name" -> List.of(facts.host());
            case "host" -> List.of(facts.authority());
            case "path" -> List.of(facts.path());
            case "metadata" -> List.of(facts.resourceMetadataUrl());
            case "metadata-paths" -> ResourceMetadata.paths(facts);
            case "document" -> List.of(ResourceMetadata.text(facts));
            case "browsers" -> facts.browsers();
            case "name" -> List.of(facts.name());
            default -> throw new IllegalArgumentException(place);
        };
    }
}
