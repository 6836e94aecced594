package mcpauth0.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request whose client and callback are known to be good.
 *
 * @param asked the parameters as they were sent
 */
record AuthorizationRequest(App app, String redirectUri, Map<String, String> asked) {

    AuthorizationRequest {
        asked = Map.copyOf(asked);
    }

    @Nullable
    String parameter(String name) {
        var value = asked.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    Set<String> scope() {
        var scope = parameter("scope");
        return scope == null ? Set.of() : new TreeSet<>(Set.of(scope.strip().split("\\s+")));
    }

    boolean prompts(String what) {
        var prompt = parameter("prompt");
        return prompt != null && Set.of(prompt.split(" ", -1)).contains(what);
    }

    /** As a server hands it back that takes the state for a word of its own. */
    AuthorizationRequest withStateInLowerCase() {
        var altered = new HashMap<>(asked);
        altered.computeIfPresent("state", (_, state) -> state.toLowerCase(Locale.ROOT));
        return new AuthorizationRequest(app, redirectUri, altered);
    }

    /** The callback with these parameters and the client's own state. */
    Outgoing back(Map<String, String> parameters) {
        var location = new StringBuilder(redirectUri);
        var separator = redirectUri.contains("?") ? '&' : '?';
        for (var parameter : parameters.entrySet()) {
            location.append(separator).append(parameter.getKey()).append('=').append(encode(parameter.getValue()));
            separator = '&';
        }
        var state = parameter("state");
        if (state != null)
            location.append(separator).append("state=").append(encode(state));
        return Outgoing.redirect(location.toString()).with("Cache-Control", "no-store");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
