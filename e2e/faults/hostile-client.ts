import { connect, type Socket } from 'node:net';

/** How a connection ended: the first line it was sent, and after how long. */
export interface Ending {
  line: string;
  ms: number;
}

/** A connection that does not keep to the rules: what it sends at once, and then bit by bit. */
export function hostile(
  url: string,
  first: string | Buffer,
  drip?: { text: string; everyMs: number },
) {
  const { hostname, port } = new URL(url);
  let started = 0;
  // Never ends its half of the connection by itself.
  const socket: Socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  let received = '';
  let timer: NodeJS.Timeout | undefined;
  const opened = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  socket.once('connect', () => {
    started = performance.now();
    socket.write(first);
    if (drip) timer = setInterval(() => socket.write(drip.text), drip.everyMs);
  });
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
  });
  socket.on('error', () => {});
  const ended = new Promise<Ending>((resolve) => {
    const end = () => {
      clearInterval(timer);
      resolve({ line: received.split('\r\n', 1)[0] ?? '', ms: performance.now() - started });
    };
    socket.once('end', end).once('close', end);
  });
  return { opened, ended, received: () => received, leave: () => socket.destroy() };
}
