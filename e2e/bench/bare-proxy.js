import { Agent, createServer, get } from 'node:http';

// The least that a proxy in Node can do: what comes from the address it was given goes out again.
const upstream = process.argv[2] ?? '';
const agent = new Agent({ keepAlive: true });

const server = createServer((_, response) => {
  get(upstream, { agent }, (answer) => answer.pipe(response));
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
