// An authorization server that is nobody's cloud: oidc-provider with open registration, resource indicators, and the
// forms that it brings along to try it, which take any name and password. It says its address in one line of JSON and
// runs until its standard input ends.
//
// CERTIFICATE and KEY are PEM files. It knows every MCP server on this machine as a resource; RESOURCES=none takes that
// away.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, errors } from 'oidc-provider';

const { CERTIFICATE, KEY, RESOURCES } = process.env;
const MINUTES = 60;

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const signing = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' };

let answer;
const listener = https.createServer({ cert: readFileSync(CERTIFICATE), key: readFileSync(KEY) }, (req, res) => answer(req, res));
await new Promise((ready) => listener.listen(0, '127.0.0.1', ready));
const url = `https://localhost:${listener.address().port}`;

const provider = new Provider(url, {
  jwks: { keys: [signing] },
  cookies: { keys: [randomUUID()] },
  scopes: ['openid', 'offline_access'],
  ttl: { AccessToken: 5 * MINUTES, AuthorizationCode: MINUTES, IdToken: 5 * MINUTES, Interaction: 10 * MINUTES,
    Grant: 60 * MINUTES, Session: 60 * MINUTES, RefreshToken: 60 * MINUTES },
  features: {
    devInteractions: { enabled: true },
    registration: { enabled: true },
    registrationManagement: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: RESOURCES !== 'none',
      getResourceServerInfo: (_, resource) => {
        if (!/^https:\/\/localhost:\d+\/mcp$/.test(resource)) throw new errors.InvalidTarget();
        return { scope: 'mcp:use', audience: resource, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
      },
    },
  },
});
answer = provider.callback();

console.log(JSON.stringify({ url }));
process.stdin.resume().on('end', () => process.exit(0));
