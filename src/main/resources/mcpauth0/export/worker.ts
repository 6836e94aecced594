// «note:head»
// npm install @modelcontextprotocol/sdk@1 jose@6 && npx wrangler deploy worker.ts

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

// «note:issuer»
const ISSUER = «issuer»;
// «note:jwks»
const KEYS = createRemoteJWKSet(new URL(«jwks»));
// «note:algorithm»
const ALGORITHM = «algorithm»;
// «note:audience»
const AUDIENCE = «audience»;
// «note:scopes»
const SCOPES = [«scopes»];
// «note:required»
const REQUIRED = SCOPES;
// «note:path»
const PATH = «path»;
// «note:metadata»
const METADATA_URL = «metadata»;
// «note:metadata-paths»
const METADATA_PATHS = [«metadata-paths»];
// «note:browsers»
const BROWSERS = [«browsers»];

const METADATA = {
  resource: AUDIENCE,
  authorization_servers: [ISSUER],
  scopes_supported: SCOPES,
  bearer_methods_supported: ['header'],
};
const CORS = {
  Vary: 'Origin',
  'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, Accept, Last-Event-ID, Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name',
  'Access-Control-Expose-Headers': 'WWW-Authenticate, Mcp-Session-Id',
};

async function verified(token: string) {
  const rules = { issuer: ISSUER, audience: AUDIENCE, algorithms: [ALGORITHM], requiredClaims: ['exp', 'sub'] };
  const { payload } = await jwtVerify(token, KEYS, rules);
  return {
    token,
    clientId: String(payload.azp ?? payload.client_id ?? ''),
    scopes: String(payload.scope ?? '').split(' '),
    expiresAt: payload.exp,
    extra: { subject: payload.sub },
  };
}

function refusal(status: number, error?: string) {
  const words = [`resource_metadata="${METADATA_URL}"`, `scope="${REQUIRED.join(' ')}"`];
  if (error !== undefined) words.unshift(`error="${error}"`);
  return new Response(null, { status, headers: { 'WWW-Authenticate': `Bearer ${words.join(', ')}` } });
}

function mcpServer() {
  const server = new McpServer({ name: «name», version: '1.0.0' });
  // «note:tools»
  server.registerTool(
    'whoami',
    { description: 'Who is asking', annotations: { readOnlyHint: true } },
    ({ authInfo }) => ({ content: [{ type: 'text', text: `${authInfo?.extra?.subject} by ${authInfo?.clientId}` }] }),
  );
  return server;
}

async function answer(request: Request): Promise<Response> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
  if (token === undefined) return refusal(401);
  let authInfo;
  try {
    authInfo = await verified(token);
  } catch (error) {
    // «note:keys-away»
    const away = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];
    if (!(error instanceof errors.JOSEError) || away.includes(error.code)) return new Response(null, { status: 503 });
    return refusal(401, 'invalid_token');
  }
  const { scopes } = authInfo;
  if (!REQUIRED.every((scope) => scopes.includes(scope))) return refusal(403, 'insufficient_scope');
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await mcpServer().connect(transport);
  return transport.handleRequest(request, { authInfo });
}

async function routed(request: Request, open: boolean): Promise<Response> {
  const from = request.headers.get('Origin');
  if (!open && from !== null && !BROWSERS.includes(from)) return new Response(null, { status: 403 });
  if (request.method === 'OPTIONS') return new Response(null, { status: 204 });
  if (open) return Response.json(METADATA);
  return new URL(request.url).pathname === PATH ? answer(request) : new Response(null, { status: 404 });
}

export default {
  async fetch(request: Request): Promise<Response> {
    const open = METADATA_PATHS.includes(new URL(request.url).pathname);
    const response = await routed(request, open);
    const headers = new Headers(response.headers);
    const from = request.headers.get('Origin');
    for (const [name, value] of Object.entries(CORS)) headers.set(name, value);
    if (open) headers.set('Access-Control-Allow-Origin', '*');
    else if (from !== null && BROWSERS.includes(from)) headers.set('Access-Control-Allow-Origin', from);
    return new Response(response.body, { status: response.status, headers });
  },
};
