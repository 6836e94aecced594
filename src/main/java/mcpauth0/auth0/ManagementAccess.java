package mcpauth0.auth0;

import java.util.List;
import mcpauth0.http.Failure;
import mcpauth0.http.FailureException;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import org.jspecify.annotations.Nullable;

/** The door to a tenant: gets or examines a Management API token before anything is asked with it. */
public final class ManagementAccess {

    /** What became of knocking. */
    public sealed interface Entry {

        /** The token is this tenant's, for the Management API, and has not run out. */
        record Open(Tenant tenant) implements Entry {
        }

        /**
         * The credentials are not good for this tenant. The bundles hold {@code access.<id>.problem}, {@code .cause} and
         * {@code .cure} for each of {@link #IDS}.
         */
        record Closed(String id, List<String> values) implements Entry {
            public static final List<String> IDS = List.of("empty", "wrong-secret", "wrong-key", "clock-wrong",
                    "not-authorized", "not-granted", "no-audience", "grant-type", "custom-domain", "not-a-tenant",
                    "busy", "quota", "refused", "opaque", "truncated", "other-tenant", "other-audience", "expired",
                    "bad-signature", "not-accepted");

            public Closed {
                values = List.copyOf(values);
            }
        }

        /** Nobody could be asked. */
        record Failed(Failure failure) implements Entry {
        }
    }

    private final Http http;
    private final TenantDomain domain;

    private ManagementAccess(Http http, TenantDomain domain) {
        this.http = http;
        this.domain = domain;
    }

    /**
     * Sends at most one request, to the tenant alone: for an application the one that fetches its token, for a pasted
     * token one that reads the settings, after the token was found to be meant for this tenant.
     *
     * @param http trusts what is trusted for the tenant, and is used for all its calls
     */
    public static Entry open(Http http, TenantDomain domain, Credentials credentials) {
        var access = new ManagementAccess(http, domain);
        return switch (credentials) {
            case Credentials.Application(var id, var secret) -> id.isBlank() || secret.isEmpty()
                    ? closed("empty")
                    : access.fetch(new Credentials.Application(id.strip(), secret));
            case Credentials.KeyApplication(var id, var key) -> id.isBlank()
                    ? closed("empty")
                    : access.fetch(new Credentials.KeyApplication(id.strip(), key));
            case Credentials.Token(var token) -> token.isEmpty() ? closed("empty") : access.pasted(token);
        };
    }

    private Entry fetch(Credentials application) {
        var fetcher = new TokenFetcher(http, domain, application);
        return switch (fetcher.fetch()) {
            case TokenFetcher.Fetched.Given(var token) -> new Entry.Open(tenant(token, fetcher));
            case TokenFetcher.Fetched.Denied(var why, _) -> why;
            case TokenFetcher.Fetched.Limited(var quota, _) -> closed(quota ? "quota" : "busy");
            case TokenFetcher.Fetched.Failed(var failure) -> new Entry.Failed(failure);
        };
    }

    private Entry pasted(Secret token) {
        return switch (ManagementToken.examine(token.reveal(), domain)) {
            case ManagementToken.Good good when !good.expires().isAfter(http.network().clock().instant()) ->
                expired(good);
            case ManagementToken.Good good -> tried(good);
            case ManagementToken.Bad(var bad) -> bad;
        };
    }

    private static Entry.Closed expired(ManagementToken.Good token) {
        return closed("expired", token.expires().toString());
    }

    /** Whether the tenant takes it: nobody but the tenant can tell that a signature is good and the token not revoked. */
    private Entry tried(ManagementToken.Good token) {
        var tenant = tenant(token, null);
        try {
            tenant.call(new Change.Call("GET", Part.SETTINGS.path(), null));
            return new Entry.Open(tenant);
        } catch (FailureException e) {
            return switch (e.failure()) {
                case Failure.Locked _ -> expired(token);
                case Failure.Refused(var status, var body) when status == 401 -> notAccepted(
                        Json.parse(body).map(json -> json.path("message").asText()).orElse(""));
                case Failure.Refused refused when !Permissions.missing(refused).isEmpty() -> new Entry.Open(tenant);
                case Failure.Refused(var status, var _) when status == 429 -> closed("busy");
                case Failure.Refused(var status, var _) when status < 500 -> closed("not-a-tenant", domain.value());
                case Failure.Malformed _ -> closed("not-a-tenant", domain.value());
                case Failure other -> new Entry.Failed(other);
            };
        }
    }

    private static Entry.Closed notAccepted(String words) {
        return words.startsWith("Invalid signature") ? closed("bad-signature") : closed("not-accepted", words);
    }

    private Tenant tenant(ManagementToken.Good token, @Nullable TokenFetcher fetcher) {
        return new Tenant(domain,
                new Management(http, domain, new Pass(token, fetcher, http.network().clock()), Thread::sleep));
    }

    static Entry.Closed closed(String id, String... values) {
        return new Entry.Closed(id, List.of(values));
    }
}
