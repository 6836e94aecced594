package mcpauth0.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Codes, refresh tokens and sessions that the tenant gave out. */
final class Issued {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    private final Core core;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Refresh> refreshTokens = new HashMap<>();
    private final Set<String> spent = new HashSet<>();
    private final Map<String, User> sessions = new HashMap<>();

    Issued(Core core) {
        this.core = core;
    }

    /** @param challenge null where the client did without PKCE */
    record Code(Delegation delegation, String redirectUri, @Nullable String challenge, String method, Instant until) {
    }

    /** @param family shared by a refresh token and those that took its place */
    record Refresh(Delegation delegation, String family) {
    }

    String code(Delegation delegation, String redirectUri, @Nullable String challenge, String method) {
        var code = core.ids().letters(43);
        codes.put(code, new Code(delegation, redirectUri, challenge, method, core.now().plus(CODE_LIFETIME)));
        return code;
    }

    /** The code's meaning, once; null where it has none any more. */
    @Nullable
    Code redeem(String code) {
        var found = codes.remove(code);
        return found == null || found.until.isBefore(core.now()) ? null : found;
    }

    /** @param family null begins a new one */
    String refreshToken(Delegation delegation, @Nullable String family) {
        var token = "v1." + core.ids().letters(60);
        refreshTokens.put(token, new Refresh(delegation, family == null ? token : family));
        return token;
    }

    /** Null where there is no such token; one that was replaced already takes its whole family with it. */
    @Nullable
    Refresh refresh(String token) {
        var found = refreshTokens.get(token);
        if (found != null && spent.contains(token)) {
            refreshTokens.values().removeIf(each -> each.family.equals(found.family));
            return null;
        }
        return found;
    }

    /** The token was used and another takes its place. */
    void spend(String token) {
        spent.add(token);
    }

    void revoke(String token, String clientId) {
        var found = refreshTokens.get(token);
        if (found != null && found.delegation.app().id().equals(clientId))
            refreshTokens.values().removeIf(each -> each.family.equals(found.family));
    }

    void forgetClient(String clientId) {
        codes.values().removeIf(code -> code.delegation.app().id().equals(clientId));
        refreshTokens.values().removeIf(each -> each.delegation.app().id().equals(clientId));
    }

    String session(User user) {
        var id = core.ids().letters(32);
        sessions.put(id, user);
        return id;
    }

    @Nullable
    User inSession(String id) {
        return sessions.get(id);
    }
}
