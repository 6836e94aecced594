// Runs a file that our program handed over, behind TLS as behind a proxy. It says its address in one line of JSON, is
// told in one line where the file is that was written for this address, and says so when that listens. A file that
// exports a fetch handler, as a Worker does, gets a listener here. It runs until its standard input ends.
//
// CERTIFICATE and KEY are PEM files. NODE_EXTRA_CA_CERTS is Node's own way to a further authority.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import tls from 'node:tls';
import { pathToFileURL } from 'node:url';

const { CERTIFICATE, KEY } = process.env;

const probe = net.createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
await new Promise((closed) => probe.close(closed));

const front = tls.createServer({ cert: readFileSync(CERTIFICATE), key: readFileSync(KEY) }, (socket) => {
  const behind = net.connect(port, '127.0.0.1');
  for (const [one, other] of [[socket, behind], [behind, socket]]) one.on('error', () => other.destroy()).pipe(other);
});
await once(front.listen(0, '127.0.0.1'), 'listening');
const url = `https://localhost:${front.address().port}/mcp`;
console.log(JSON.stringify({ url }));

const told = createInterface({ input: process.stdin });
const [file] = await once(told, 'line');
process.env.PORT = String(port);
const { default: worker } = await import(pathToFileURL(file));
if (worker?.fetch) http.createServer((req, res) => answer(req, res)).listen(port, '127.0.0.1');

async function answer(req, res) {
  const body = ['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(req.method) ? undefined : Readable.toWeb(req);
  const { method, headers } = req;
  const response = await worker.fetch(new Request(new URL(req.url, url), { method, headers, body, duplex: 'half' }));
  res.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) res.end();
  else Readable.fromWeb(response.body).pipe(res);
}

async function listens() {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
while (!(await listens())) await new Promise((again) => setTimeout(again, 10));
console.log(JSON.stringify({ listening: true }));
told.on('close', () => process.exit(0));
