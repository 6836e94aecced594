package mcpauth0.oauth;

import java.util.List;
import mcpauth0.http.Failure;
import org.jspecify.annotations.Nullable;

/** What became of a client's try to get a token for a server. */
public sealed interface Authorization {

    record Granted(Tokens tokens, Protection protection) implements Authorization {
    }

    /** There is no token, or no better one. */
    sealed interface Stopped extends Authorization {

        /** The server is reached over plain http, where others could read a token. */
        record Unencrypted() implements Stopped {
        }

        /** Something on the way to the metadata failed. */
        record Failed(Failure failure) implements Stopped {
        }

        /** The challenge points to metadata, and there is none, there or at the usual places. */
        record Undocumented(String pointer) implements Stopped {
        }

        /** The metadata's resource is not the server or a parent of it; null where it has none. */
        record Foreign(@Nullable String resource) implements Stopped {
        }

        /** The metadata names no authorization server. */
        record NoIssuer() implements Stopped {
        }

        /** No metadata under exactly that name; {@code got} is the name that a document has instead, null for none. */
        record Unpublished(String issuer, @Nullable String got) implements Stopped {
        }

        /** The authorization server does not say that it proves codes with S256, so none is asked for (RFC 7636). */
        record NoChallengeMethod(String issuer) implements Stopped {
        }

        /** There is no client to come as. */
        record Unregistered(RegistrationOutcome outcome, Protection protection) implements Stopped {
        }

        record NotSignedIn(LoginOutcome outcome, Protection protection) implements Stopped {
        }

        /** The token endpoint gave none to the client itself. */
        record NotGiven(TokenOutcome outcome, Protection protection) implements Stopped {
        }

        /** The server wants scopes that were asked for already, or more and more of them. */
        record NotEnough(List<String> scopes) implements Stopped {
            public NotEnough {
                scopes = List.copyOf(scopes);
            }
        }
    }
}
