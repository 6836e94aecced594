// Auth0's library for Node reads and writes a tenant, and says in one line of JSON what it saw.
import { ManagementClient } from "auth0";

const domain = process.env.DOMAIN;
const api = new ManagementClient({
  domain,
  clientId: process.env.CLIENT_ID,
  clientSecret: process.env.CLIENT_SECRET,
  maxRetries: 0,
});

async function all(page) {
  const items = [];
  for await (const item of page) items.push(item);
  return items;
}

async function refused(call) {
  try {
    await call;
    return "nothing";
  } catch (error) {
    return `${error.constructor.name} ${error.statusCode} ${error.body?.errorCode ?? error.body?.message}`;
  }
}

const seen = {};

const made = await api.resourceServers.create({
  identifier: "urn:node",
  name: "Node",
  scopes: [{ value: "read", description: "Read" }],
  enforce_policies: true,
  token_dialect: "rfc9068_profile_authz",
});
seen.offline = (await api.resourceServers.update(made.id, { allow_offline_access: true })).allow_offline_access;
seen.apis = (await all(await api.resourceServers.list({ identifiers: ["urn:node"] }))).map((one) => one.name);

const grant = await api.clientGrants.create({
  default_for: "third_party_clients",
  audience: "urn:node",
  scope: ["read"],
  subject_type: "user",
});
seen.grant = `${grant.default_for} ${grant.subject_type}`;
seen.widened = (await api.clientGrants.update(grant.id, { allow_all_scopes: true })).allow_all_scopes;
seen.grants = (await all(await api.clientGrants.list({ audience: "urn:node" }))).length;

const connection = await api.connections.create({ name: "github", strategy: "github" });
seen.promoted = (await api.connections.update(connection.id, { is_domain_connection: true })).is_domain_connection;
await api.connections.clients.update(connection.id, [{ client_id: process.env.CLIENT_ID, status: true }]);
seen.enabled = (await all(await api.connections.clients.get(connection.id))).length;

const role = await api.roles.create({ name: "Reader" });
await api.roles.permissions.add(role.id, {
  permissions: [{ resource_server_identifier: "urn:node", permission_name: "read" }],
});
seen.users = (await all(await api.users.list({ q: 'email:"grace@example.com"', search_engine: "v3" }))).map(
  (one) => one.email,
);
const [ada] = await api.users.listUsersByEmail({ email: "ada@example.com" });
await api.users.roles.assign(ada.user_id, { roles: [role.id] });
seen.members = (await all(await api.roles.users.list(role.id))).map((one) => one.email);
seen.permissions = (await all(await api.roles.permissions.list(role.id))).map((one) => one.permission_name);

const settings = await api.tenants.settings.update({ flags: { enable_dynamic_client_registration: true } });
seen.open = settings.flags.enable_dynamic_client_registration;

const client = await api.clients.create({
  name: "By hand",
  is_first_party: false,
  callbacks: ["https://client.example/callback"],
});
seen.client = `${client.client_id.slice(0, 4)} ${client.third_party_security_mode}`;
seen.logged = (await all(await api.logs.list({ search: 'description:"Create a role"' }))).length;

const elsewhere = new ManagementClient({ domain, token: process.env.OTHER_TOKEN, maxRetries: 0 });
const weak = new ManagementClient({ domain, token: process.env.WEAK_TOKEN, maxRetries: 0 });
seen.errors = [
  await refused(api.resourceServers.create({ identifier: "urn:node", name: "Again" })),
  await refused(api.connections.get("con_none")),
  await refused(api.tenants.settings.update({ resource_parameter_profile: "nonsense" })),
  await refused(weak.clients.list()),
  await refused(elsewhere.clients.list()),
];

await api.clients.delete(client.client_id);
await api.roles.delete(role.id);
await api.connections.delete(connection.id);
await api.clientGrants.delete(grant.id);
await api.resourceServers.delete(made.id);
seen.left = (await all(await api.resourceServers.list())).map((one) => one.name);

console.log(JSON.stringify(seen));
