import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hono } from 'hono';
import { headers } from './headers.ts';

/**
 * Node's error codes for requests that it stops reading, and the status for each; any other is 400.
 */
const statuses: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * Gives the security headers to the answers that Node and its adapter make before the app sees a
 * request: a broken or slow request, headers that are too large, an invalid Host.
 */
export async function guardEarlyAnswers(server: Server, publicOrigin: URL | null): Promise<void> {
  const sample = await new Hono().use(headers(publicOrigin)).request('/');
  sample.headers.delete('content-type');
  const lines = [...sample.headers];
  const answering = new WeakSet<Duplex>();

  server.prependListener('request', ({ socket }, response) => {
    for (const [name, value] of lines) response.setHeader(name, value);
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Part of an answer may be sent already; a second answer must not be written into it.
    if (!socket.writable || error.code === 'ECONNRESET' || answering.has(socket)) {
      socket.destroy();
      return;
    }
    const status = statuses[error.code ?? ''] ?? 400;
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
      'content-length: 0',
      'connection: close',
    ];
    // A socket that is only ended stays open until the client ends its half.
    socket.end(`${head.join('\r\n')}\r\n\r\n`, () => socket.destroy());
  });
}
