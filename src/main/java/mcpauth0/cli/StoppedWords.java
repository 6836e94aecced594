package mcpauth0.cli;

import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.oauth.Authorization.Stopped;
import mcpauth0.oauth.LoginOutcome;
import mcpauth0.oauth.Protection;
import mcpauth0.oauth.RegistrationOutcome;
import mcpauth0.oauth.TokenOutcome;
import mcpauth0.setup.McpUrl;

/** Says why a client got no token for a server. */
final class StoppedWords {

    private final Terminal terminal;
    private final McpUrl target;

    StoppedWords(Terminal terminal, McpUrl target) {
        this.terminal = terminal;
        this.target = target;
    }

    String of(Stopped why) {
        return switch (why) {
            case Stopped.Unencrypted _ -> terminal.sentence("cli.connect.plain-http");
            case Stopped.Failed(var failure) -> of(failure);
            case Stopped.Undocumented(var pointer) -> terminal.sentence("cli.connect.broken-pointer", target, pointer);
            case Stopped.Foreign(var resource) ->
                terminal.sentence("cli.connect.foreign", String.valueOf(resource), target);
            case Stopped.NoIssuer _ -> terminal.sentence("cli.connect.no-issuer", target);
            case Stopped.Unpublished(var issuer, var got) -> got == null
                    ? terminal.sentence("cli.connect.no-server", issuer)
                    : terminal.sentence("cli.connect.other-issuer", issuer, got);
            case Stopped.NoChallengeMethod(var issuer) -> terminal.sentence("cli.connect.no-pkce", issuer);
            case Stopped.Unregistered(_, var protection) when protection.assumed() -> unpublished();
            case Stopped.Unregistered(var outcome, var protection) -> of(outcome, protection);
            case Stopped.NotSignedIn(_, var protection) when protection.assumed() -> unpublished();
            case Stopped.NotSignedIn(var outcome, _) -> of(outcome);
            case Stopped.NotGiven(var outcome, var protection) -> of(outcome, protection);
            case Stopped.NotEnough(var scopes) ->
                terminal.sentence("cli.connect.not-enough", String.join(" ", scopes));
        };
    }

    String of(Failure failure) {
        return terminal.trouble("failure." + failure.id(), failure.values());
    }

    private String unpublished() {
        return terminal.sentence("cli.connect.no-metadata", target);
    }

    private String of(LoginOutcome outcome) {
        return outcome instanceof LoginOutcome.Failed(var reason, _, _)
                ? of(reason)
                : terminal.trouble("login." + outcome.id(), outcome.values());
    }

    private String of(RegistrationOutcome outcome, Protection protection) {
        return switch (outcome) {
            case RegistrationOutcome.Refused(var status, _, var text, _) -> terminal
                    .sentence("cli.connect.not-registered", protection.issuer(), String.valueOf(status), text);
            case RegistrationOutcome.Failed(_, var exchange) when exchange == null ->
                terminal.sentence("cli.connect.no-registration", protection.issuer());
            case RegistrationOutcome.Failed(var failure, _) -> of(failure);
            case RegistrationOutcome.Registered _ -> terminal.trouble("login.cancelled", List.of());
        };
    }

    private String of(TokenOutcome outcome, Protection protection) {
        return switch (outcome) {
            case TokenOutcome.Refused(var status, _, var words, _) ->
                terminal.sentence("cli.connect.not-given", protection.issuer(), String.valueOf(status), words);
            case TokenOutcome.Failed(var failure, _) -> of(failure);
            case TokenOutcome.Given(var tokens) -> throw new IllegalArgumentException(tokens.type());
        };
    }
}
