// An MCP server as people write them with FastMCP: its own TLS, its own protected resource metadata, jose for the
// tokens. It says its address in one line of JSON and runs until its standard input ends.
//
// CERTIFICATE and KEY are PEM files, ISSUER is the authorization server, byte for byte, and KEYS where its keys are.
// AUDIENCE=any leaves the audience unchecked. CARE=none leaves all to FastMCP that is its own to do.
// NODE_EXTRA_CA_CERTS is Node's own way to a further authority.

import { Console } from 'node:console';
import net from 'node:net';
import { FastMCP } from 'fastmcp';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const SCOPES = ['mcp:use'];
const ORIGINS = ['http://localhost:6274'];
const { CERTIFICATE, KEY, ISSUER, KEYS, AUDIENCE, CARE } = process.env;
const keys = createRemoteJWKSet(new URL(KEYS));

const port = await new Promise((free) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => free(port));
  });
});
const origin = `https://localhost:${port}`;
const url = `${origin}/mcp`;

async function authenticated(request) {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Error('Unauthorized: no token');
  const rules = { issuer: ISSUER, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] };
  if (AUDIENCE !== 'any') rules.audience = url;
  const { payload } = await jwtVerify(token, keys, rules);
  return { subject: payload.sub, clientId: payload.azp ?? payload.client_id, scopes: (payload.scope ?? '').split(' ') };
}

function refusal(status, message, challenge) {
  const body = { jsonrpc: '2.0', id: null, error: { code: -32000, message } };
  return Response.json(body, { status, headers: challenge === undefined ? {} : { 'WWW-Authenticate': challenge } });
}

function challenge(error) {
  const parts = [`resource_metadata="${origin}/.well-known/oauth-protected-resource/mcp"`, `scope="${SCOPES.join(' ')}"`];
  if (error !== undefined) parts.unshift(`error="${error}"`);
  return `Bearer ${parts.join(', ')}`;
}

// What FastMCP leaves to those who use it: origins of strangers, the scope in challenges, and scopes at all.
async function carefully(request) {
  const from = request.headers.origin;
  if (from !== undefined && !ORIGINS.includes(from)) throw refusal(403, 'Forbidden: origin');
  if (request.headers.authorization === undefined) throw refusal(401, 'Unauthorized: no token', challenge());
  let session;
  try {
    session = await authenticated(request);
  } catch (error) {
    throw refusal(401, `Unauthorized: ${error.message}`, challenge('invalid_token'));
  }
  if (!SCOPES.every((scope) => session.scopes.includes(scope)))
    throw refusal(403, 'Forbidden: scope', challenge('insufficient_scope'));
  return session;
}

const server = new FastMCP({
  name: 'peer',
  version: '1.0.0',
  logger: new Console(process.stderr),
  authenticate: CARE === 'none' ? authenticated : carefully,
  oauth: {
    enabled: true,
    protectedResource: {
      resource: url,
      authorizationServers: [ISSUER],
      scopesSupported: SCOPES,
      bearerMethodsSupported: ['header'],
      resourceName: 'Peer',
    },
  },
});
server.addTool({
  name: 'whoami',
  description: 'Who is asking',
  annotations: { readOnlyHint: true },
  execute: async (_, { session }) => `${session.subject} by ${session.clientId}`,
});

const cors = {
  origin: ORIGINS,
  methods: ['GET', 'POST', 'DELETE', 'OPTIONS'],
  exposedHeaders: ['Mcp-Session-Id', 'WWW-Authenticate'],
};
await server.start({
  transportType: 'httpStream',
  httpStream: {
    host: '127.0.0.1',
    port,
    endpoint: '/mcp',
    sslCert: CERTIFICATE,
    sslKey: KEY,
    ...(CARE === 'none' ? {} : { cors }),
  },
});

console.log(JSON.stringify({ url }));
process.stdin.resume().on('end', () => process.exit(0));
