package mcpauth0.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Every secret that went over the wire, in either direction, so that a test can look for them where they must not be. */
final class Confided implements Route.Gate {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("access_token", "refresh_token", "id_token", "client_secret",
            "client_assertion", "code_verifier", "code", "password");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final Set<String> all = ConcurrentHashMap.newKeySet();

    Set<String> all() {
        return Set.copyOf(all);
    }

    @Override
    public Outgoing answer(Incoming request, Route next) throws IOException {
        var authorization = request.header("Authorization");
        if (authorization != null)
            all.add(authorization.replaceFirst("^\\S+\\s+", ""));
        if (request.path().startsWith("/oauth/") || request.path().startsWith("/u/")) {
            var form = request.form();
            NAMES.forEach(name -> add(form.getOrDefault(name, "")));
        }
        var answer = next.answer(request);
        note(answer.body());
        answer.headers().stream().filter(header -> header.getKey().equalsIgnoreCase("Location")).forEach(header -> {
            var code = CODE.matcher(header.getValue());
            if (code.find())
                add(code.group(1));
        });
        return answer;
    }

    private void note(byte[] body) throws IOException {
        if (body.length == 0 || body[0] != '{')
            return;
        try {
            var json = JSON.readTree(body);
            NAMES.forEach(name -> json.findValues(name).stream().filter(JsonNode::isTextual)
                    .forEach(value -> add(value.textValue())));
        } catch (JsonProcessingException e) {
            // A body that is no JSON after all holds none that has a name.
        }
    }

    private void add(String secret) {
        if (!secret.isBlank())
            all.add(secret);
    }
}
