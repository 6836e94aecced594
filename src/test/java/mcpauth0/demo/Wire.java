package mcpauth0.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcpauth0.http.Trust;

/** Speaks HTTPS with a practice pair, without following redirects. */
final class Wire {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    final String tenant;
    private final String token;

    record Got(int status, String body, Map<String, List<String>> headers) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        /** What the redirect carries under that name, empty where nothing. */
        String parameter(String name) {
            return location().getOrDefault(name, "");
        }

        /** Names and values in the query of the redirect. */
        Map<String, String> location() {
            var query = URI.create(header("location")).getRawQuery();
            var found = new LinkedHashMap<String, String>();
            for (var pair : query.split("&", -1))
                found.put(pair.substring(0, pair.indexOf('=')),
                        URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
            return found;
        }
    }

    Wire(PracticePair pair) {
        client = HttpClient.newBuilder().sslContext(Trust.only(List.of(pair.authority())).context()).build();
        tenant = "https://" + pair.domain();
        token = pair.managementToken();
    }

    private Wire(HttpClient client, String tenant, String token) {
        this.client = client;
        this.tenant = tenant;
        this.token = token;
    }

    /** The same, with another origin for the tenant. */
    Wire at(String origin) {
        return new Wire(client, origin, token);
    }

    Got get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Got form(String path, Map<String, String> fields, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query(fields))).build());
    }

    Got postJson(String path, String json, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    /** A Management API call with the pair's token; an empty body sends none. */
    Got api(String method, String path, String json) {
        return api(method, path, json, token);
    }

    Got api(String method, String path, String json, String token) {
        var request = request("/api/v2/" + path, "Authorization", "Bearer " + token).header("Content-Type",
                "application/json");
        return send(request.method(method,
                json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    Got send(HttpRequest request) {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Got(answer.statusCode(), answer.body(), answer.headers().map());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("https:") ? path : tenant + path));
        if (headers.length > 0)
            request.headers(headers);
        return request;
    }

    static String query(Map<String, String> fields) {
        return fields.entrySet().stream().map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
