package mcpauth0.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import mcpauth0.setup.Setup;
import mcpauth0.setup.TokenSettings.Signing;
import mcpauth0.text.Texts;

/**
 * The tenant for Terraform's {@code auth0} provider (1.54 and newer). The settings depend on all that must be there
 * before anyone may register. A connection is only looked at: the provider takes one over whole, options and secrets
 * included, so that promoting it is left to a call of the Management API.
 */
final class TerraformFile implements Export {

    private static final String API = "auth0_resource_server.mcp.identifier";
    private static final String ISS = "authorization_response_iss_parameter_supported";

    @Override
    public String id() {
        return "terraform";
    }

    @Override
    public Group group() {
        return Group.TENANT;
    }

    @Override
    public String fileName() {
        return "mcp-auth0.tf";
    }

    @Override
    public String write(HandOver facts, Texts texts) {
        return new Writing(facts, texts).write();
    }

    /** One file in the making. */
    private static final class Writing {

        private final HandOver facts;
        private final Setup setup;
        private final Texts texts;
        private final Tasks tasks;
        private final StringBuilder text = new StringBuilder();
        private final List<String> first = new ArrayList<>();

        Writing(HandOver facts, Texts texts) {
            this.facts = facts;
            this.texts = texts;
            setup = facts.setup();
            tasks = Tasks.of(setup);
        }

        String write() {
            text.append(Remark.of("# ", Template.said("head", facts, texts))).append('\n');
            line(TenantNotes.note("# ", "terraform-run", texts));
            line(TenantNotes.note("# ", "terraform-existing", texts));
            var left = TenantNotes.leftOut("# ", setup, texts);
            if (!left.isEmpty())
                line(left);
            line("""
                terraform {
                  required_providers {
                    auth0 = {
                      source  = "auth0/auth0"
                      version = "~> 1.54"
                    }
                  }
                }
                """);
            add(Hcl.block("provider", "auth0").set("domain", Objects.requireNonNull(setup.tenant()).value()));
            api();
            grant();
            connections();
            roles();
            applications();
            settings();
            documents();
            return text.toString();
        }

        private void line(String lines) {
            text.append(lines).append('\n');
        }

        private void add(Hcl block) {
            text.append(block).append('\n');
        }

        private void step(String id) {
            line(TenantNotes.step("# ", id, texts));
        }

        private void api() {
            step("create-api");
            if (setup.api().tokens().signing() == Signing.RS512)
                line(TenantNotes.note("# ", "terraform-algorithm", texts));
            var body = tasks.made("resource-servers").getFirst();
            var api = Hcl.block("resource", "auth0_resource_server", "mcp");
            body.properties().stream().filter(field -> !field.getKey().equals("scopes"))
                    .forEach(field -> api.set(field.getKey(), field.getValue()));
            add(api);
            var scopes = Hcl.block("resource", "auth0_resource_server_scopes", "mcp")
                    .is("resource_server_identifier", API);
            body.path("scopes").forEach(scope -> {
                var block = Hcl.block("scopes").set("name", scope.path("value"));
                if (scope.has("description"))
                    block.set("description", scope.path("description"));
                scopes.with(block);
            });
            add(scopes);
        }

        private void grant() {
            for (var body : tasks.made("client-grants")) {
                step("grant-third-party-clients");
                add(after(Hcl.block("resource", "auth0_client_grant", "third_party_clients"),
                        List.of("auth0_resource_server_scopes.mcp"))
                        .set("default_for", body.path("default_for")).is("audience", API)
                        .set("subject_type", body.path("subject_type")).set("scopes", body.path("scope")));
                first.add("auth0_client_grant.third_party_clients");
            }
        }

        private void connections() {
            var names = setup.connections().stream().distinct().toList();
            if (names.isEmpty())
                return;
            step("promote-connections");
            line(TenantNotes.note("# ", "terraform-connections", texts));
            line("#   auth0 api patch connections/… --data '{\"is_domain_connection\":true}'");
            for (var n = 0; n < names.size(); n++) {
                var label = "connection_" + (n + 1);
                add(Hcl.block("data", "auth0_connection", label).set("name", names.get(n))
                        .with(Hcl.block("lifecycle").with(Hcl.block("postcondition")
                                .is("condition", "self.is_domain_connection")
                                .set("error_message", TenantNotes.words("terraform-not-promoted", texts)))));
                first.add("data.auth0_connection." + label);
            }
        }

        private void roles() {
            var roles = tasks.made("roles");
            if (!roles.isEmpty())
                line(TenantNotes.title("# ", "create-roles", texts));
            for (var n = 0; n < roles.size(); n++) {
                var label = "role_" + (n + 1);
                add(all(Hcl.block("resource", "auth0_role", label), roles.get(n)));
                for (var permissions : tasks.permissions(roles.get(n).path("name").asText())) {
                    var block = after(Hcl.block("resource", "auth0_role_permissions", label),
                            List.of("auth0_resource_server_scopes.mcp")).is("role_id", "auth0_role." + label + ".id");
                    permissions.path("permissions").forEach(permission -> block.with(Hcl.block("permissions")
                            .set("name", permission.path("permission_name")).is("resource_server_identifier", API)));
                    add(block);
                }
            }
        }

        private void applications() {
            var applications = tasks.made("clients");
            if (!applications.isEmpty())
                step("create-application");
            for (var n = 0; n < applications.size(); n++) {
                var label = "application_" + (n + 1);
                var body = applications.get(n);
                add(all(after(Hcl.block("resource", "auth0_client", label), first),
                        body.deepCopy().without(List.of("token_endpoint_auth_method", "client_metadata")))
                        .is("client_metadata", metadata(body)));
                add(Hcl.block("resource", "auth0_client_credentials", label)
                        .is("client_id", "auth0_client." + label + ".id")
                        .set("authentication_method", body.path("token_endpoint_auth_method")));
            }
        }

        /** By this mark the program finds the application again. */
        private static String metadata(ObjectNode body) {
            var mark = body.path("client_metadata").properties().iterator().next();
            return "{ " + mark.getKey() + " = " + Hcl.quoted(mark.getValue().asText()) + " }";
        }

        private void settings() {
            step("understand-resource");
            line(TenantNotes.note("# ", "terraform-issuer", texts));
            line("#   auth0 api patch tenants/settings --data '{\"" + ISS + "\":true}'");
            if (setup.defaultAudience())
                step("set-default-audience");
            if (setup.dynamicRegistration())
                step("open-registration");
            if (setup.dynamicRegistration() && !setup.registration().permissive()) {
                line(TenantNotes.note("# ", "tenant-mode", texts));
                line("#   dynamic_client_registration_security_mode = \"strict\"");
            }
            var body = tasks.settings();
            var tenant = after(Hcl.block("resource", "auth0_tenant", "tenant"), first);
            body.properties().stream().filter(field -> field.getValue().isValueNode() && !field.getKey().equals(ISS))
                    .forEach(field -> tenant.set(field.getKey(), field.getValue()));
            if (setup.defaultAudience())
                tenant.is("default_audience", API);
            if (body.has("flags"))
                tenant.with(all(Hcl.block("flags"), (ObjectNode) body.path("flags")));
            add(tenant);
        }

        /** The provider imports them only where the tenant says already that it knows such documents. */
        private void documents() {
            var documents = tasks.made("clients/cimd/register");
            if (!documents.isEmpty())
                step("import-client-documents");
            IntStream.range(0, documents.size()).forEach(n -> add(all(after(
                    Hcl.block("resource", "auth0_client_cimd", "document_" + (n + 1)), List.of("auth0_tenant.tenant")),
                    documents.get(n))));
        }

        private static Hcl after(Hcl block, List<String> others) {
            return others.isEmpty() ? block : block.is("depends_on", "[" + String.join(", ", others) + "]");
        }

        private static Hcl all(Hcl block, ObjectNode body) {
            body.properties().forEach(field -> block.set(field.getKey(), field.getValue()));
            return block;
        }
    }
}
