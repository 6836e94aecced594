package mcpauth0.oauth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scheme of a {@code WWW-Authenticate} header with its parameters, in their order and with their case (RFC 9110
 * §11.6.1).
 *
 * @param token68 what stands in the place of parameters, as {@code Negotiate} does it
 */
public record Challenge(String scheme, List<Parameter> parameters, @Nullable String token68) {

    /**
     * @param value without its quotes, escapes resolved
     * @param quoted whether it stood in quotes
     */
    public record Parameter(String name, String value, boolean quoted) {
    }

    public Challenge {
        parameters = List.copyOf(parameters);
    }

    /** The first of that name, whatever its case. */
    public @Nullable String parameter(String name) {
        return parameters.stream().filter(one -> one.name().equalsIgnoreCase(name)).map(Parameter::value).findFirst()
                .orElse(null);
    }

    public boolean is(String name) {
        return scheme.equalsIgnoreCase(name);
    }
}
