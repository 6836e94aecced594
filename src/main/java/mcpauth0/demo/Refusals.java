package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;

/** How the practice server sends callers away: status and challenge (RFC 6750 §3, RFC 9728 §5.1). */
final class Refusals {

    private static final String TRACE = """
        Traceback (most recent call last):
          File "/srv/app/auth/verify.py", line 41, in verify
            return jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE)
        jwt.exceptions.InvalidTokenError:\s""";

    private final String pointer;
    private final Set<String> faults;

    /** @param pointer where challenges say that the protected resource metadata is */
    Refusals(String pointer, Set<String> faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    Outgoing noToken() {
        return refused(faults.contains("challenge-missing-401") ? 403 : 401, "", "",
                "This server needs an access token");
    }

    /** @param why without quotation marks */
    Outgoing badToken(String why) {
        if (faults.contains("rs-401-without-invalid-token"))
            return refused(401, "", "", why);
        return refused(faults.contains("rs-wrong-status") ? 403 : 401, "invalid_token", why,
                faults.contains("rs-error-leaks") ? TRACE + why : why);
    }

    /** What a server says that lets its own errors out. */
    Outgoing failed(String why) {
        return Outgoing.json(500, JsonNodeFactory.instance.objectNode().put("error", "server_error")
                .put("error_description", why));
    }

    Outgoing scopeMissing() {
        var why = "The token lacks the scope " + ResourceMetadataDocument.SCOPE;
        return faults.contains("rs-insufficient-scope-shape")
                ? refused(401, "invalid_token", why, why)
                : refused(403, "insufficient_scope", why, why);
    }

    /** A request that is refused before anybody asks who sent it. */
    static Outgoing forbidden(String why) {
        return Outgoing.json(403, Rpc.error(null, Rpc.INVALID_REQUEST, why));
    }

    private Outgoing refused(int status, String error, String description, String body) {
        var line = new StringBuilder("Bearer ");
        if (!error.isEmpty())
            line.append("error=\"").append(error).append("\", error_description=\"").append(description).append("\", ");
        if (!faults.contains("challenge-no-resource-metadata"))
            line.append("resource_metadata=\"").append(pointer).append("\", ");
        if (!faults.contains("prm-scopes-missing")
                && (!faults.contains("challenge-scope-absent") || error.equals("insufficient_scope")))
            line.append("scope=\"").append(scopes()).append("\", ");
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("error", error.isEmpty() ? "unauthorized" : error).put("error_description", body);
        return Outgoing.json(status, answer).with("WWW-Authenticate", challenge(line));
    }

    private String scopes() {
        return (faults.contains("authz-oidc-scope-third-party") ? "openid profile " : "")
                + ResourceMetadataDocument.SCOPE
                + (faults.contains("challenge-offline-access-scope") ? " offline_access" : "");
    }

    private static String challenge(StringBuilder line) {
        var text = line.toString().strip();
        return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
    }
}
