// «note:head»
// npm install fastmcp@4 jose@6 && node server.ts

import { FastMCP } from 'fastmcp';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { IncomingMessage } from 'node:http';

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
// «note:browsers»
const BROWSERS = [«browsers»];

type Caller = { subject: string; clientId: string; scopes: string[] };

async function verified(token: string): Promise<Caller> {
  const rules = { issuer: ISSUER, audience: AUDIENCE, algorithms: [ALGORITHM], requiredClaims: ['exp', 'sub'] };
  const { payload } = await jwtVerify(token, KEYS, rules);
  return {
    subject: String(payload.sub),
    clientId: String(payload.azp ?? payload.client_id ?? ''),
    scopes: String(payload.scope ?? '').split(' '),
  };
}

function refusal(status: number, error?: string) {
  const words = [`resource_metadata="${METADATA_URL}"`, `scope="${REQUIRED.join(' ')}"`];
  if (error !== undefined) words.unshift(`error="${error}"`);
  const headers: Record<string, string> =
    status === 401 || error === 'insufficient_scope' ? { 'WWW-Authenticate': `Bearer ${words.join(', ')}` } : {};
  return Response.json({ jsonrpc: '2.0', id: null, error: { code: -32000, message: error ?? 'refused' } }, { status, headers });
}

async function authenticate(request: IncomingMessage): Promise<Caller> {
  const from = request.headers.origin;
  if (from !== undefined && !BROWSERS.includes(from)) throw refusal(403);
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw refusal(401);
  let caller: Caller;
  try {
    caller = await verified(token);
  } catch (error) {
    // «note:keys-away»
    const away = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];
    if (!(error instanceof errors.JOSEError) || away.includes(error.code)) throw refusal(503);
    throw refusal(401, 'invalid_token');
  }
  if (!REQUIRED.every((scope) => caller.scopes.includes(scope))) throw refusal(403, 'insufficient_scope');
  return caller;
}

const server = new FastMCP<Caller>({
  name: «name»,
  version: '1.0.0',
  authenticate,
  oauth: {
    enabled: true,
    protectedResource: {
      resource: AUDIENCE,
      authorizationServers: [ISSUER],
      scopesSupported: SCOPES,
      bearerMethodsSupported: ['header'],
    },
  },
});
// «note:tools»
server.addTool({
  name: 'whoami',
  description: 'Who is asking',
  annotations: { readOnlyHint: true },
  execute: async (_, { session }) => `${session?.subject} by ${session?.clientId}`,
});

const { HOST = '127.0.0.1', PORT = '8080' } = process.env;
await server.start({
  transportType: 'httpStream',
  httpStream: {
    host: HOST,
    port: Number(PORT),
    endpoint: PATH as `/${string}`,
    cors: {
      origin: BROWSERS,
      methods: ['GET', 'POST', 'DELETE', 'OPTIONS'],
      exposedHeaders: ['WWW-Authenticate', 'Mcp-Session-Id'],
    },
  },
});
