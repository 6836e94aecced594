package mcpauth0.diagnose.registration;

import java.util.List;
import mcpauth0.oauth.AuthorizationProbe;
import org.jspecify.annotations.Nullable;

/**
 * The client ID metadata documents of clients that would use theirs at this authorization server.
 *
 * @param all in the order of the clients
 * @param named whether the operator named the clients, so that each of them matters
 * @param chosen whether the tenant has imported any, so that somebody chose which clients to let in
 * @param tried whether the authorization server was asked about them
 */
public record Documents(List<One> all, boolean named, boolean chosen, boolean tried) {

    /**
     * One of them.
     *
     * @param known whether the authorization server knows it; null where that was not found out
     * @param violations why the tenant would not import it, in its own words; empty for nothing, or not asked
     * @param asked the authorization request in its name; null for none
     * @param otherPort the same with a callback on another port; null for none
     */
    public record One(String client, String url, @Nullable Boolean known, List<String> violations,
            @Nullable AuthorizationProbe asked, @Nullable AuthorizationProbe otherPort) {
        public One {
            violations = List.copyOf(violations);
        }
    }

    public Documents {
        all = List.copyOf(all);
    }

    List<One> unknown() {
        return all.stream().filter(one -> Boolean.FALSE.equals(one.known())).toList();
    }
}
