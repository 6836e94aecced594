package mcpauth0.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Who can sign in. One person at two connections is two users, as in Auth0 where nobody linked them. */
final class People {

    private static final String DATABASE = "Username-Password-Authentication";
    private static final String GOOGLE = "google-oauth2";
    private static final String ADA_AT_GOOGLE = GOOGLE + "|103547991597142817347";

    private final Core core;

    People(Core core) {
        this.core = core;
    }

    /** The two of the tenant's own database. */
    void settle() {
        add("auth0|6543f0a1b2c3d4e5f6a7b8c9", DATABASE, PracticeTenant.USER, "Ada");
        add("auth0|6543f0a1b2c3d4e5f6a7b8d0", DATABASE, PracticeTenant.SECOND_USER, "Grace");
    }

    boolean known(String email) {
        return core.state().users().stream().anyMatch(user -> user.path("email").asText().equalsIgnoreCase(email));
    }

    @Nullable
    User withPassword(String email, String password) {
        for (var user : core.state().users())
            if (user.path("email").asText().equalsIgnoreCase(email) && PracticeTenant.PASSWORD.equals(password)
                    && user.path("identities").path(0).path("connection").asText().equals(DATABASE))
                return signedIn(user);
        return null;
    }

    /** Nobody is asked; the user exists from the first time on. */
    User fromGoogle() {
        var known = TenantState.find(core.state().users(), "user_id", ADA_AT_GOOGLE);
        return signedIn(known == null ? add(ADA_AT_GOOGLE, GOOGLE, PracticeTenant.USER, "Ada") : known);
    }

    private User signedIn(ObjectNode user) {
        user.put("last_login", core.now().toString()).put("last_ip", "127.0.0.1").put("logins_count",
                user.path("logins_count").asInt() + 1);
        return new User(user.path("user_id").asText(), user.path("email").asText(), user.path("name").asText());
    }

    private ObjectNode add(String id, String connection, String email, String name) {
        var at = id.indexOf('|');
        var user = Shapes.node().put("user_id", id).put("email", email).put("email_verified", true).put("name", name)
                .put("nickname", email.substring(0, email.indexOf('@')))
                .put("created_at", core.now().toString()).put("updated_at", core.now().toString());
        user.putArray("identities").addObject().put("connection", connection).put("provider", id.substring(0, at))
                .put("user_id", id.substring(at + 1)).put("isSocial", connection.equals(GOOGLE));
        core.state().users().add(user);
        return user;
    }
}
