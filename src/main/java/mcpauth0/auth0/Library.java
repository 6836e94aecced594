package mcpauth0.auth0;

import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.core.ObjectMappers;
import com.auth0.client.mgmt.tenants.types.UpdateTenantSettingsRequestContent;
import com.auth0.client.mgmt.types.CreateClientGrantRequestContent;
import com.auth0.client.mgmt.types.CreateClientRequestContent;
import com.auth0.client.mgmt.types.CreateResourceServerRequestContent;
import com.auth0.client.mgmt.types.ListClientGrantsRequestParameters;
import com.auth0.client.mgmt.types.ListClientsRequestParameters;
import com.auth0.client.mgmt.types.ListConnectionsQueryParameters;
import com.auth0.client.mgmt.types.ListResourceServerRequestParameters;
import com.auth0.client.mgmt.types.UpdateClientGrantRequestContent;
import com.auth0.client.mgmt.types.UpdateClientRequestContent;
import com.auth0.client.mgmt.types.UpdateConnectionRequestContent;
import com.auth0.client.mgmt.types.UpdateResourceServerRequestContent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Objects;
import java.util.Optional;
import mcpauth0.http.Exchange;
import mcpauth0.http.Http;
import mcpauth0.http.Json;
import mcpauth0.http.Request;
import mcpauth0.plan.Change;
import mcpauth0.setup.Secret;
import mcpauth0.setup.TenantDomain;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls with auth0-java 3.2.0, each once: given a client, the library repeats nothing by itself.
 * One call at a time.
 *
 * <p>What became of a call is taken from the exchange and not from the library's objects and exceptions: those leave
 * out a null where they foresee none, write times anew and know no total of a list, while a plan compares and puts back
 * what the tenant said, word for word.
 *
 * <p>Bodies become the library's objects, which keep fields that it does not know (the grant's {@code default_for}, the
 * mode of registration). One that would not come out as it went in, such as options that are null, is sent with
 * {@link Http} alone: what was approved is what is sent.
 */
final class Library {

    private static final int MAX_BODY = 8 << 20;

    private final Http http;
    private final String base;
    private final Secret token;
    private final ManagementApi api;
    private @Nullable Exchange last;

    Library(Http http, TenantDomain domain, Secret token) {
        this.http = http;
        this.base = domain.managementAudience();
        this.token = token;
        this.api = ManagementApi.builder().url(base).token(token.reveal())
                .httpClient(http.client(exchange -> last = exchange)).addHeader("User-Agent", Http.userAgent()).build();
    }

    /** Whose token it is: {@code azp}, or {@code client_id} of RFC 9068; empty where it does not tell. */
    String clientId() {
        try {
            var claims = SignedJWT.parse(token.reveal()).getJWTClaimsSet();
            var party = claims.getStringClaim("azp");
            return Objects.requireNonNullElse(party == null ? claims.getStringClaim("client_id") : party, "");
        } catch (ParseException e) {
            return "";
        }
    }

    /**
     * What became of the call; its path may have a query.
     *
     * @throws IllegalArgumentException for a call that no step makes
     */
    Exchange send(Change.Call call) {
        last = null;
        if (!ordinary(call))
            return plain(call);
        try {
            switch (call.method()) {
                case "GET" -> read(HttpUrl.get(base + call.path()), part(call));
                case "POST" -> create(call);
                case "PATCH" -> update(call);
                case "DELETE" -> delete(call);
                default -> throw unknown(call);
            }
        } catch (Altered _) {
            return plain(call);
        } catch (RuntimeException e) {
            // The library throws for refusals, a broken network and answers that it cannot read: the exchange has them.
            if (last == null)
                throw e;
        }
        var exchange = last;
        if (exchange == null)
            throw new IllegalStateException(call.method() + " " + call.path() + " was not sent");
        return exchange;
    }

    /** Whether the library knows such a call: reading a list, or altering a list or one of its objects. */
    private static boolean ordinary(Change.Call call) {
        var path = call.path().replaceFirst("\\?.*", "");
        return Part.of(path).filter(part -> part != Part.ROLES && part != Part.USERS).filter(part -> {
            var rest = path.substring(part.path().length());
            return call.method().equals("GET") ? rest.isEmpty() : rest.lastIndexOf('/') <= 0;
        }).isPresent();
    }

    /** Asks for one page of a list; grants and connections have no page numbers in the library. */
    private void read(HttpUrl url, Part part) {
        switch (part) {
            case SETTINGS -> api.tenants().settings().get();
            case APIS -> api.resourceServers().list(ListResourceServerRequestParameters.builder()
                    .page(number(url, "page")).perPage(number(url, "per_page")).includeTotals(true).build());
            case GRANTS -> api.clientGrants().list(ListClientGrantsRequestParameters.builder()
                    .from(text(url, "from")).take(number(url, "take")).build());
            case CONNECTIONS -> api.connections().list(ListConnectionsQueryParameters.builder()
                    .from(text(url, "from")).take(number(url, "take")).build());
            case CLIENTS -> api.clients().list(ListClientsRequestParameters.builder().fields(text(url, "fields"))
                    .includeFields(text(url, "include_fields").map(Boolean::valueOf)).page(number(url, "page"))
                    .perPage(number(url, "per_page")).includeTotals(true).build());
            case ROLES, USERS -> throw unknown(new Change.Call("GET", url.encodedPath(), null));
        }
    }

    private void create(Change.Call call) throws Altered {
        switch (part(call)) {
            case APIS -> api.resourceServers().create(content(call, CreateResourceServerRequestContent.class));
            case GRANTS -> api.clientGrants().create(content(call, CreateClientGrantRequestContent.class));
            case CLIENTS -> api.clients().create(content(call, CreateClientRequestContent.class));
            case SETTINGS, CONNECTIONS, ROLES, USERS -> throw unknown(call);
        }
    }

    private void update(Change.Call call) throws Altered {
        switch (part(call)) {
            case SETTINGS ->
                api.tenants().settings().update(content(call, UpdateTenantSettingsRequestContent.class));
            case APIS ->
                api.resourceServers().update(id(call), content(call, UpdateResourceServerRequestContent.class));
            case GRANTS -> api.clientGrants().update(id(call), content(call, UpdateClientGrantRequestContent.class));
            case CONNECTIONS ->
                api.connections().update(id(call), content(call, UpdateConnectionRequestContent.class));
            case CLIENTS -> api.clients().update(id(call), content(call, UpdateClientRequestContent.class));
            case ROLES, USERS -> throw unknown(call);
        }
    }

    private void delete(Change.Call call) {
        switch (part(call)) {
            case APIS -> api.resourceServers().delete(id(call));
            case GRANTS -> api.clientGrants().delete(id(call));
            case CLIENTS -> api.clients().delete(id(call));
            case SETTINGS, CONNECTIONS, ROLES, USERS -> throw unknown(call);
        }
    }

    private static <T> T content(Change.Call call, Class<T> type) throws Altered {
        var body = Json.write(body(call));
        try {
            var content = ObjectMappers.JSON_MAPPER.readValue(body, type);
            var written = ObjectMappers.JSON_MAPPER.writeValueAsString(content);
            if (!Json.parse(written).equals(Json.parse(body)))
                throw new Altered();
            return content;
        } catch (JsonProcessingException _) {
            throw new Altered();
        }
    }

    private Exchange plain(Change.Call call) {
        var request = Request.of(call.method(), base + call.path()).bearer(token.reveal())
                .with("Accept", "application/json").atMost(MAX_BODY);
        var body = call.body();
        return http.send(body == null
                ? request
                : request.with("Content-Type", "application/json").withBody(Json.write(body)));
    }

    private static JsonNode body(Change.Call call) {
        var body = call.body();
        if (body == null)
            throw unknown(call);
        return body;
    }

    private static Part part(Change.Call call) {
        return Part.of(call.path().replaceFirst("\\?.*", "")).orElseThrow(() -> unknown(call));
    }

    private static String id(Change.Call call) {
        var id = call.path().substring(Math.min(part(call).path().length() + 1, call.path().length()));
        if (id.isEmpty())
            throw unknown(call);
        return id;
    }

    private static Optional<String> text(HttpUrl url, String name) {
        return Optional.ofNullable(url.queryParameter(name));
    }

    private static Optional<Integer> number(HttpUrl url, String name) {
        return text(url, name).map(Integer::valueOf);
    }

    private static IllegalArgumentException unknown(Change.Call call) {
        return new IllegalArgumentException(call.method() + " " + call.path());
    }

    /** The library would send another body than the one that was approved. */
    private static final class Altered extends Exception {
        private static final long serialVersionUID = 1;
    }
}
