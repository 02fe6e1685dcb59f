import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * For tests: a stand-in for Apifonica on loopback. It answers as the test wants, keeps the requests,
 * and counts the connections that were ever opened.
 *
 * @param certificate serves https with this certificate, under the name localhost.
 */
export async function startStandIn(answer: Answer, certificate?: { key: string; cert: string }) {
  const requests: IncomingMessage[] = [];
  const take: Answer = (request, response) => {
    requests.push(request);
    answer(request, response);
  };
  const server = certificate ? createTlsServer(certificate, take) : createServer(take);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: certificate ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** For tests: answers with JSON. */
export const sendJson = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
