package mcpauth0.demo;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person let an application do: what codes, refresh tokens and access tokens stand for.
 *
 * @param api null where no audience was resolved: the token is then for the tenant's own user info alone
 * @param scope everything granted, with {@code openid} and {@code offline_access} where they were
 * @param nonce of the authorization request, for the ID token
 */
record Delegation(App app, User user, @Nullable Api api, Set<String> scope, @Nullable String nonce) {

    boolean openId() {
        return scope.contains("openid");
    }

    boolean offline() {
        return scope.contains("offline_access");
    }
}
