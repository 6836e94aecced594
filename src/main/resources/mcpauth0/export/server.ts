// «note:head»
// npm install @modelcontextprotocol/sdk@1 express@5 jose@6 && node server.ts

import express from 'express';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
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
  'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, Accept, Last-Event-ID, Mcp-Session-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name',
  'Access-Control-Expose-Headers': 'WWW-Authenticate, Mcp-Session-Id',
};

async function verifyAccessToken(token: string) {
  try {
    const rules = { issuer: ISSUER, audience: AUDIENCE, algorithms: [ALGORITHM], requiredClaims: ['exp', 'sub'] };
    const { payload } = await jwtVerify(token, KEYS, rules);
    return {
      token,
      clientId: String(payload.azp ?? payload.client_id ?? ''),
      scopes: String(payload.scope ?? '').split(' '),
      expiresAt: payload.exp,
      extra: { subject: payload.sub },
    };
  } catch (error) {
    // «note:keys-away»
    const away = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];
    if (!(error instanceof errors.JOSEError) || away.includes(error.code)) throw error;
    throw new InvalidTokenError(error.message.replaceAll('"', "'"));
  }
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

const app = express();
app.use((req, res, next) => {
  const open = METADATA_PATHS.includes(req.path);
  const from = req.headers.origin;
  if (!open && from !== undefined && !BROWSERS.includes(from)) return void res.sendStatus(403);
  res.vary('Origin');
  if (from !== undefined) res.set({ ...CORS, 'Access-Control-Allow-Origin': open ? '*' : from });
  if (req.method === 'OPTIONS') res.sendStatus(204);
  else if (open) res.json(METADATA);
  else if (req.path === PATH) next();
  else res.sendStatus(404);
});
app.use(
  requireBearerAuth({ verifier: { verifyAccessToken }, requiredScopes: REQUIRED, resourceMetadataUrl: METADATA_URL }),
);
app.use(express.json({ limit: '4mb' }));
app.use(async (req, res) => {
  if (req.method !== 'POST') return void res.set('Allow', 'POST').sendStatus(405);
  const server = mcpServer();
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  res.on('close', () => void server.close());
  await server.connect(transport);
  await transport.handleRequest(req, res, req.body);
});

const { HOST = '127.0.0.1', PORT = '8080' } = process.env;
app.listen(Number(PORT), HOST);
