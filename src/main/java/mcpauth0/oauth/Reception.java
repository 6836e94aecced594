package mcpauth0.oauth;

import java.time.Duration;
import java.util.function.Function;
import mcpauth0.http.Request;

/**
 * What a client has at hand for a login.
 *
 * @param store which clients it has already
 * @param ports where it awaits the answer
 * @param visitor who goes to the page, login by login
 * @param perLogin for the person
 * @param perRequest for each request of its own
 */
public record Reception(ClientStore store, LoopbackPorts ports, Function<LoginRequest, UserAgent> visitor,
        Duration perLogin, Duration perRequest) {

    public static Reception of(ClientStore store, LoopbackPorts ports, UserAgent agent) {
        return new Reception(store, ports, _ -> agent, Duration.ofSeconds(60), Request.USUAL_TIMEOUT);
    }

    public Reception within(Duration login, Duration request) {
        return new Reception(store, ports, visitor, login, request);
    }

    public Reception withVisitor(Function<LoginRequest, UserAgent> other) {
        return new Reception(store, ports, other, perLogin, perRequest);
    }
}
