// What the conformance suite starts as the client under test, once per scenario. It hands its words and the suite's
// variables over to the program, which listens on CLIENT_PORT of this machine, and ends as the program says.

import net from 'node:net';

const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.startsWith('MCP_CONFORMANCE_')));
const socket = net.connect(Number(process.env.CLIENT_PORT), '127.0.0.1');
let answer = '';
socket.setEncoding('utf8').on('data', (part) => { answer += part; }).on('end', () => {
  const { code, out, err } = JSON.parse(answer);
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
});
socket.end(JSON.stringify({ words: process.argv.slice(2), environment }));
