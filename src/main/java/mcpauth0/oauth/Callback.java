package mcpauth0.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit to the callback address.
 *
 * @param posted whether the browser sent a form along, because a page answered one with 307 or 308
 * @param parameters by name, all values of each, decoded; codes and states are in it, so it is never printed whole
 */
public record Callback(Instant at, State state, boolean posted, Map<String, List<String>> parameters) {

    /** How its {@code state} compares with the one that was sent. */
    public enum State {
        RIGHT, WRONG, MISSING
    }

    public Callback {
        parameters = Map.copyOf(parameters);
    }

    /** The first value of that name. */
    public @Nullable String parameter(String name) {
        return Query.first(parameters, name);
    }

    /** Whether it is there more than once, which no answer may do (RFC 6749 §3.1). */
    public boolean repeats(String name) {
        return parameters.getOrDefault(name, List.of()).size() > 1;
    }

    public @Nullable String issuer() {
        return parameter("iss");
    }

    public @Nullable String error() {
        return parameter("error");
    }

    /** Names of the parameters alone. */
    @Override
    public String toString() {
        return "Callback[" + at + ", " + state + ", " + parameters.keySet() + "]";
    }
}
