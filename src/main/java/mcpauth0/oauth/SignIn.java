package mcpauth0.oauth;

import mcpauth0.http.Http;
import org.jspecify.annotations.Nullable;

/**
 * A client and a login with it. A remembered client that the server no longer knows is replaced once, before anybody is
 * sent to a page that would only say so.
 */
public final class SignIn {

    /**
     * What happened, as far as it went.
     *
     * @param client the client that was used, or why there is none
     * @param forgotten whether a remembered client was found unknown and replaced
     * @param login null where there is no client
     */
    public record Result(RegistrationOutcome client, boolean forgotten, @Nullable LoginOutcome login) {
    }

    private final Http http;
    private final Registration registration;
    private final Login login;

    public SignIn(Http http, Registration registration, Login login) {
        this.http = http;
        this.registration = registration;
        this.login = login;
    }

    /** @param template what to ask for; its client is not looked at */
    public Result run(LoginRequest template, UserAgent agent) {
        var first = registration.client(template.server());
        if (!(first instanceof RegistrationOutcome.Registered registered))
            return new Result(first, false, null);
        var request = template.withClient(registered.client());
        if (!registered.remembered())
            return new Result(registered, false, login.run(request, agent));
        if (!AuthorizationProbe.send(http, request).unknownClient()) {
            var outcome = login.run(request, agent);
            if (!unknown(outcome))
                return new Result(registered, false, outcome);
        }
        var second = registration.again(template.server());
        return second instanceof RegistrationOutcome.Registered(var client, _)
                ? new Result(second, true, login.run(template.withClient(client), agent))
                : new Result(second, true, null);
    }

    private static boolean unknown(LoginOutcome outcome) {
        return outcome instanceof LoginOutcome.TokenRefused refused && "invalid_client".equals(refused.error());
    }
}
