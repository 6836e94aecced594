package mcpauth0.setup;

import org.jspecify.annotations.Nullable;

/**
 * How the API's access tokens are made.
 *
 * @param signing the algorithm, which can never be changed afterwards; null where none was chosen: a new API gets
 *            {@link Signing#RS256}, one that is there keeps its own
 * @param roles whether tokens carry only the permissions that a person's roles give (RBAC, {@code enforce_policies});
 *            false leaves an API that has it already as it is
 * @param seconds how long a token lasts, 1 to {@value #LONGEST}; null leaves what is there, which is 86400 for a new API
 * @param secondsInBrowsers the same for applications that run in a browser; 7200 for a new API
 */
public record TokenSettings(@Nullable Signing signing, Dialect dialect, boolean roles, @Nullable Integer seconds,
        @Nullable Integer secondsInBrowsers) {

    /** 30 days. */
    public static final int LONGEST = 2_592_000;

    public static final TokenSettings PLAIN = new TokenSettings(null, Dialect.RFC9068_PROFILE, false, null, null);

    /** Those with a key pair: the server checks them with the tenant's published keys. */
    public enum Signing {
        RS256, RS512, PS256
    }

    /** What the claims are called. Auth0 adds {@code _authz} where tokens carry a person's permissions. */
    public enum Dialect {
        /** The standard profile of RFC 9068. */
        RFC9068_PROFILE("rfc9068_profile"),
        /** Auth0's own. */
        ACCESS_TOKEN("access_token");

        private final String id;

        Dialect(String id) {
            this.id = id;
        }

        /** What Auth0 calls it. */
        public String id() {
            return id;
        }
    }

    public static boolean lasts(int seconds) {
        return seconds >= 1 && seconds <= LONGEST;
    }

    public TokenSettings withSigning(@Nullable Signing newSigning) {
        return new TokenSettings(newSigning, dialect, roles, seconds, secondsInBrowsers);
    }

    public TokenSettings withDialect(Dialect newDialect) {
        return new TokenSettings(signing, newDialect, roles, seconds, secondsInBrowsers);
    }

    public TokenSettings withRoles(boolean wanted) {
        return new TokenSettings(signing, dialect, wanted, seconds, secondsInBrowsers);
    }

    public TokenSettings lasting(@Nullable Integer newSeconds, @Nullable Integer inBrowsers) {
        return new TokenSettings(signing, dialect, roles, newSeconds, inBrowsers);
    }
}
