// An MCP server as people write them with FastMCP: its own TLS, its own protected resource metadata, jose for the
// tokens. It says its address in one line of JSON and runs until its standard input ends.
//
// CERTIFICATE and KEY are PEM files, ISSUER is the tenant with its slash. AUDIENCE=any leaves the audience unchecked.
// NODE_EXTRA_CA_CERTS is Node's own way to a further authority.

import { Console } from 'node:console';
import net from 'node:net';
import { FastMCP } from 'fastmcp';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const SCOPES = ['mcp:use'];
const { CERTIFICATE, KEY, ISSUER, AUDIENCE } = process.env;
const keys = createRemoteJWKSet(new URL('.well-known/jwks.json', ISSUER));

const port = await new Promise((free) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => free(port));
  });
});
const origin = `https://localhost:${port}`;
const url = `${origin}/mcp`;

async function authenticate(request) {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Error('Unauthorized: no token');
  const rules = { issuer: ISSUER, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] };
  if (AUDIENCE !== 'any') rules.audience = url;
  const { payload } = await jwtVerify(token, keys, rules);
  return { subject: payload.sub, clientId: payload.azp };
}

const server = new FastMCP({
  name: 'peer',
  version: '1.0.0',
  authenticate,
  logger: new Console(process.stderr),
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
await server.start({
  transportType: 'httpStream',
  httpStream: { host: '127.0.0.1', port, endpoint: '/mcp', sslCert: CERTIFICATE, sslKey: KEY },
});

console.log(JSON.stringify({ url }));
process.stdin.resume().on('end', () => process.exit(0));
