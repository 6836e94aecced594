package mcpauth0.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcpauth0.http.Json;
import mcpauth0.text.Texts;

/**
 * A file with places in it, beside this class's resources. {@code «issuer»} becomes the issuer in quotes, {@code «scopes»}
 * the scopes in quotes with commas between, and {@code «note:issuer»}, behind the sign of a comment, the text
 * {@code export-note.issuer}.
 */
final class Template {

    private static final Pattern NOTE = Pattern.compile("(?m)^(.*?)«note:([a-z-]+)»$");
    private static final Pattern VALUE = Pattern.compile("«([a-z-]+)»");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template of(String resource) {
        try (var in = Objects.requireNonNull(Template.class.getResourceAsStream(resource), resource)) {
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param quotes puts a text into the quotes of the language */
    String filled(HandOver facts, Texts texts, UnaryOperator<String> quotes) {
        var noted = NOTE.matcher(text).replaceAll(note -> Matcher.quoteReplacement(Remark.of(note.group(1),
                texts.get("export-note." + note.group(2), facts.server()).replace('«', '"').replace('»', '"'))));
        return VALUE.matcher(noted).replaceAll(place -> Matcher.quoteReplacement(
                values(facts, place.group(1)).stream().map(quotes).collect(Collectors.joining(", "))));
    }

    private static List<String> values(HandOver facts, String place) {
        return switch (place) {
            case "issuer" -> List.of(facts.issuer());
            case "jwks" -> List.of(facts.jwksUri());
            case "algorithm" -> List.of(facts.algorithm());
            case "audience" -> List.of(facts.audience());
            case "scopes" -> facts.scopes();
            case "scope-line" -> List.of(String.join(" ", facts.scopes()));
            case "host" -> List.of(facts.authority());
            case "path" -> List.of(facts.path());
            case "metadata" -> List.of(facts.resourceMetadataUrl());
            case "metadata-paths" -> ResourceMetadata.paths(facts);
            case "document" -> List.of(Json.write(ResourceMetadata.document(facts)));
            case "challenge" -> List.of(ResourceMetadata.challenge(facts));
            case "browsers" -> facts.browsers();
            case "name" -> List.of(facts.name());
            default -> throw new IllegalArgumentException(place);
        };
    }
}
