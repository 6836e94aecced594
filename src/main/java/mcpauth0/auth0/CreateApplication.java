package mcpauth0.auth0;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import mcpauth0.http.Json;
import mcpauth0.plan.Change;
import mcpauth0.setup.Registration.Application;
import mcpauth0.setup.Setup;

/**
 * Makes applications for named clients, as third parties: so the default grant is theirs, and a person is asked. They get
 * no grant of their own, because that would take the place of the default one entirely. A mark finds them again.
 *
 * <p>The secret of a confidential one comes with the answer and stays in memory, see {@link Tenant#secretOf}; afterwards
 * only the dashboard shows it, so that no permission to read secrets is ever asked for.
 */
final class CreateApplication extends TenantStep {

    @Override
    public String id() {
        return "create-application";
    }

    @Override
    public List<String> needs() {
        return List.of("create-api", "grant-third-party-clients", "understand-resource", "promote-connections");
    }

    @Override
    public boolean wanted(Setup setup) {
        return !setup.registration().applications().isEmpty();
    }

    @Override
    List<String> permissions(Setup setup) {
        return List.of("read:clients", "create:clients", "update:clients");
    }

    @Override
    List<String> undoPermissions(Setup setup) {
        return List.of("delete:clients");
    }

    @Override
    public Change plan(Setup setup, Snapshot state) {
        var audience = setup.audience();
        if (audience == null)
            return refused("no-server");
        var indistinct = setup.registration().indistinct();
        if (indistinct.isPresent())
            return refused("indistinct", indistinct.get().name());
        var edits = new ArrayList<Edit>();
        var effects = new LinkedHashSet<Change.Effect>();
        var targets = new ArrayList<String>();
        for (var application : setup.registration().applications()) {
            if (application.redirects().isEmpty())
                return refused("no-redirect", application.name());
            var there = Applications.made(state, audience, application);
            var edit = there.isPresent()
                    ? Edit.patch(Part.CLIENTS.path() + "/" + there.get().id(), there.get().raw(),
                            aligned(application, there.get()))
                    : Edit.create(Part.CLIENTS, body(application, audience, state));
            if (edit.fields().isEmpty())
                continue;
            edits.add(edit);
            targets.add(application.name());
            if (there.isEmpty())
                effects.add(effect(application.confidential() ? "confidential" : "public"));
            if (there.isEmpty() && application.redirects().stream().anyMatch(CreateApplication::local))
                effects.add(effect("local"));
        }
        return Edit.change(String.join(", ", targets), edits, List.copyOf(effects));
    }

    private static ObjectNode body(Application application, String audience, Snapshot state) {
        var body = Json.object().put("name", application.name()).put("is_first_party", false).put("app_type",
                application.confidential() ? "regular_web" : "native").put("token_endpoint_auth_method",
                        application.confidential() ? "client_secret_post" : "none");
        application.redirects().forEach(body.putArray("callbacks")::add);
        body.putArray("grant_types").add("authorization_code").add("refresh_token");
        // A tenant that does not tell the mode might not take it either.
        if (state.settings().registrationMode() != null)
            body.put("third_party_security_mode", "strict");
        body.putObject("client_metadata").put(Applications.MARKER, Applications.mark(audience, application));
        return body;
    }

    /** Addresses that somebody added stay; so does everything else. */
    private static ObjectNode aligned(Application application, Snapshot.Client client) {
        var callbacks = new LinkedHashSet<>(client.callbacks());
        callbacks.addAll(application.redirects());
        var wanted = Json.object();
        callbacks.forEach(wanted.putArray("callbacks")::add);
        return wanted;
    }

    private static boolean local(String redirect) {
        return redirect.startsWith("http://localhost") || redirect.startsWith("http://127.0.0.1")
                || redirect.startsWith("http://[::1]");
    }
}
