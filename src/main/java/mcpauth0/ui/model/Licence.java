package mcpauth0.ui.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import mcpauth0.http.Json;

/**
 * Somebody else's work that is inside, and the terms that it comes under.
 *
 * @param artifacts Maven artifacts that it consists of, empty where it is none
 */
public record Licence(String name, List<String> artifacts, String licence, String url) {

    public Licence {
        artifacts = List.copyOf(artifacts);
    }

    public static List<Licence> all() {
        try (var in = Licence.class.getResourceAsStream("/mcpauth0/ui/licences.json")) {
            if (in == null)
                throw new IllegalStateException("no list of licences");
            return Json.MAPPER.readValue(in, new TypeReference<List<Licence>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
