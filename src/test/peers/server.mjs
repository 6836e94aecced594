// An MCP server as people write them today: the official SDK for the protocol, express for the web, jose for the
// tokens. It says its address in one line of JSON and runs until its standard input ends.
//
// CERTIFICATE and KEY are PEM files, ISSUER is the authorization server, byte for byte, and KEYS where its keys are.
// AUDIENCE=any leaves the audience unchecked.
// NODE_EXTRA_CA_CERTS is Node's own way to a further authority.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { isInitializeRequest } from '@modelcontextprotocol/sdk/types.js';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const SCOPES = ['mcp:use'];
const { CERTIFICATE, KEY, ISSUER, KEYS, AUDIENCE } = process.env;
const keys = createRemoteJWKSet(new URL(KEYS));
const sessions = new Map();

const app = createMcpExpressApp({ host: 'localhost' });
const listener = https.createServer({ cert: readFileSync(CERTIFICATE), key: readFileSync(KEY) }, app);
await new Promise((ready) => listener.listen(0, '127.0.0.1', ready));
const origin = `https://localhost:${listener.address().port}`;
const url = `${origin}/mcp`;
const metadataUrl = `${origin}/.well-known/oauth-protected-resource/mcp`;

const verifier = {
    async verifyAccessToken(token) {
        try {
            const rules = { issuer: ISSUER, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] };
            if (AUDIENCE !== 'any') rules.audience = url;
            const { payload } = await jwtVerify(token, keys, rules);
            const scopes = (payload.scope ?? '').split(' ');
            return { token, clientId: payload.azp ?? payload.client_id, scopes, expiresAt: payload.exp, extra: { subject: payload.sub } };
        } catch (e) {
            throw new InvalidTokenError(e.message.replaceAll('"', "'"));
        }
    },
};

function practiceServer() {
    const server = new McpServer({ name: 'peer', version: '1.0.0' });
    server.registerTool('whoami', { description: 'Who is asking', annotations: { readOnlyHint: true } }, ({ authInfo }) => ({
        content: [{ type: 'text', text: `${authInfo.extra.subject} by ${authInfo.clientId}` }],
    }));
    return server;
}

const notFound = { jsonrpc: '2.0', id: null, error: { code: -32001, message: 'Session not found' } };

app.use((req, res, next) => {
    const from = req.headers.origin;
    if (from === undefined || from === origin) next();
    else res.status(403).json({ error: 'forbidden origin' });
});

app.get(['/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-protected-resource'], (req, res) =>
    res.json({
        resource: url,
        authorization_servers: [ISSUER],
        scopes_supported: SCOPES,
        bearer_methods_supported: ['header'],
        resource_name: 'Peer',
    }),
);

const bearer = requireBearerAuth({ verifier, requiredScopes: SCOPES, resourceMetadataUrl: metadataUrl });

app.all('/mcp', bearer, async (req, res) => {
    const id = req.headers['mcp-session-id'];
    if (id !== undefined && !sessions.has(id)) return res.status(404).json(notFound);
    let transport = sessions.get(id);
    if (transport === undefined && isInitializeRequest(req.body)) {
        transport = new StreamableHTTPServerTransport({
            sessionIdGenerator: randomUUID,
            onsessioninitialized: (created) => sessions.set(created, transport),
            onsessionclosed: (closed) => sessions.delete(closed),
        });
        await practiceServer().connect(transport);
    }
    if (transport === undefined)
        return res.status(400).json({ ...notFound, error: { code: -32000, message: 'Begin with initialize' } });
    await transport.handleRequest(req, res, req.body);
});

console.log(JSON.stringify({ url }));
process.stdin.resume().on('end', () => process.exit(0));
