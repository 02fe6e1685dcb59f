import { connect, type Socket } from 'node:net';

/** The end of a connection: the first line that it received, and the time until the end. */
export interface Ending {
  line: string;
  ms: number;
}

/** A connection of a hostile client: it sends one text at once, and then another bit by bit. */
export function hostile(
  url: string,
  first: string | Buffer,
  drip?: { text: string; everyMs: number },
) {
  const { hostname, port } = new URL(url);
  let started = 0;
  // The client never ends its half of the connection by itself.
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
