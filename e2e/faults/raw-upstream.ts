import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type Account, createAccount, type WirePage } from '#sandbox/stand-in/account.ts';
import { json, refusal } from './wire-bytes.ts';

/** One request to the upstream, with the means to answer it. */
export interface Exchange {
  /** When it arrived, by `performance.now()`. */
  readonly at: number;
  readonly target: string;
  readonly query: URLSearchParams;
  readonly account: Account;
  /** The address of the list, for links. */
  readonly list: string;
  /** The address of a server that must never get a request. */
  readonly elsewhere: string;
  /** The page that a working upstream would send; null when the cursor is unknown. */
  readonly page: WirePage | null;
  readonly socket: Socket;
  /** Sends a complete answer and keeps the connection. Faulty answers use `socket` instead. */
  reply(bytes: Buffer): void;
  /** Resolves when the client closes the connection without an answer; never after an answer. */
  readonly cancelled: Promise<number>;
}

export type Answer = (exchange: Exchange) => void;

export const answerWell: Answer = ({ page, reply }) =>
  reply(page === null ? refusal(400) : json(page));

/**
 * The requests that meet a fault: the first `times` for each address, or of all, for which `where`
 * holds.
 */
export interface FaultScope {
  times?: number;
  of?: 'each address' | 'all';
  where?: (exchange: Exchange) => boolean;
}

/** The vendor's list over bare sockets, so that any byte can be wrong or missing. */
export async function startRawUpstream(elsewhere: string, size = 120) {
  const account = createAccount(size);
  const exchanges: Exchange[] = [];
  const sockets = new Set<Socket>();
  const owed = new Set<Exchange>();
  let answer: Answer = answerWell;
  let port = 0;
  let mostWritten = 0;

  function begin(socket: Socket, target: string) {
    const url = new URL(target, 'http://upstream');
    const list = `http://127.0.0.1:${port}${url.pathname}`;
    let cancel = (_at: number) => {};
    const onClose = () => {
      if (owed.delete(exchange)) cancel(performance.now());
    };
    const exchange: Exchange = {
      at: performance.now(),
      target,
      query: url.searchParams,
      account,
      list,
      elsewhere,
      page: account.page(url.searchParams, list),
      socket,
      reply(bytes) {
        owed.delete(exchange);
        socket.off('close', onClose);
        socket.write(bytes);
      },
      cancelled: new Promise((resolve) => {
        cancel = resolve;
      }),
    };
    owed.add(exchange);
    socket.once('close', onClose);
    exchanges.push(exchange);
    answer(exchange);
  }

  const server = createServer((socket) => {
    let received = '';
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      mostWritten = Math.max(mostWritten, socket.bytesWritten);
      sockets.delete(socket);
    });
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text;
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const target = received.split(' ', 2)[1] ?? '/';
      received = received.slice(end + 4);
      begin(socket, target);
    });
  });

  async function listen() {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address) port = address.port;
  }

  async function refuse() {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    account,
    /** Every request so far, oldest first. */
    exchanges,
    /** Requests that still wait: neither answered nor closed by either side. */
    owed: () => owed.size,
    connections: () => sockets.size,
    /** The most bytes sent on one connection, of the connections closed so far. */
    mostWritten: () => mostWritten,
    /** Sets the answer from now on; requests outside its scope get the right page. */
    set(faulty: Answer, scope: FaultScope = {}) {
      const { times = Number.POSITIVE_INFINITY, of = 'each address', where = () => true } = scope;
      const met = new Map<string, number>();
      answer = (exchange) => {
        const key = of === 'all' ? of : exchange.target;
        const count = met.get(key) ?? 0;
        if (count >= times || !where(exchange)) return answerWell(exchange);
        met.set(key, count + 1);
        faulty(exchange);
      };
    },
    /** Closes the port and every connection. */
    refuse,
    listen,
    /** Works again, on the same port. */
    async heal() {
      answer = answerWell;
      if (!server.listening) await listen();
    },
    close: async () => {
      if (server.listening) await refuse();
    },
  };
}

export type RawUpstream = Awaited<ReturnType<typeof startRawUpstream>>;
