import { Agent, fetch } from 'undici';
import { password } from '../security/fixtures.ts';

/** An answer of the team's servers, read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  /** The JSON of the answer, or its text. */
  body: unknown;
  ms: number;
}

interface Init {
  method?: string;
  headers?: object;
  body?: string;
}

/** A stream that was not opened. */
export class RefusedStream extends Error {
  override readonly name = 'RefusedStream';
}

/** A script that uses the public address like a browser: one cookie, and the certificate is trusted. */
export interface Visitor {
  cookie: string;
  ask(path: string, init?: Init): Promise<Answer>;
  /**
   * Reads an answer line by line as it arrives.
   * @throws when the status is not 200, or when the connection breaks.
   */
  lines(path: string): AsyncIterable<string>;
  /** Tries a password, and keeps the cookie. */
  enter(given?: string): Promise<Answer>;
  close(): Promise<void>;
}

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** @param url the public address, or that of one server. */
export function createVisitor(url: string): Visitor {
  const agent = new Agent({
    connect: {
      rejectUnauthorized: false,
      lookup: (_host, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
    },
  });
  const send = (path: string, init: Init = {}) =>
    fetch(new URL(path, url), {
      ...init,
      dispatcher: agent,
      headers: { 'x-requested-by': 'e2e', cookie: visitor.cookie, ...init.headers },
    });
  const visitor: Visitor = {
    cookie: '',
    async ask(path, init) {
      const started = performance.now();
      const response = await send(path, init);
      const body = asJson(await response.text());
      const { status } = response;
      const headers = new Headers([...response.headers]);
      return { status, headers, body, ms: performance.now() - started };
    },
    async *lines(path) {
      const response = await send(path);
      if (response.status !== 200 || !response.body)
        throw new RefusedStream(String(response.status));
      let rest = '';
      const decoder = new TextDecoder();
      for await (const bytes of response.body) {
        const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
      }
    },
    async enter(given = password) {
      const answer = await visitor.ask('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ password: given }),
      });
      const [cookie = ''] = answer.headers.getSetCookie();
      if (answer.status === 200) visitor.cookie = cookie.split(';')[0] ?? '';
      return answer;
    },
    // Also where requests are under way.
    close: () => agent.destroy(),
  };
  return visitor;
}
