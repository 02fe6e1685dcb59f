import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { RentedNumber } from '#contract/number.ts';
import { toWire } from './to-wire.ts';

const pageSize = 20;
const filterNames = ['country_code', 'type', 'voice', 'messaging'] as const;

/**
 * The vendor's list over HTTP with the given rows in their order: exact filters, a cursor, 20 rows
 * a page, `latencyMs` before each answer. Counts its requests.
 */
export async function startCountingUpstream(numbers: readonly RentedNumber[], latencyMs: number) {
  const rows = numbers.map((number) => ({ number, text: JSON.stringify(toWire(number)) }));
  const lists = new Map<string, typeof rows>();
  let requests = 0;
  let inFlight = 0;
  let mostInFlight = 0;

  function listOf(query: URLSearchParams) {
    const filters = filterNames.filter((name) => query.has(name));
    const key = filters.map((name) => `${name}=${query.get(name)}`).join('&');
    const found =
      lists.get(key) ??
      rows.filter(({ number }) =>
        filters.every((name) => String(number[name]) === query.get(name)),
      );
    lists.set(key, found);
    return found;
  }

  function answer(target: string, response: ServerResponse) {
    const { pathname, searchParams } = new URL(target, 'http://upstream');
    const list = listOf(searchParams);
    const from = Number(searchParams.get('next') ?? 0);
    const end = from + pageSize;
    const next = end < list.length ? `"${pathname}?next=${end}"` : 'null';
    const page = list.slice(from, end).map(({ text }) => text);
    response.setHeader('content-type', 'application/json');
    response.end(`{"limit":20,"prev":null,"next":${next},"numbers":[${page}]}`);
  }

  const server = createServer((request, response) => {
    requests += 1;
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    const timer = setTimeout(() => answer(request.url ?? '', response), latencyMs);
    response.once('close', () => {
      clearTimeout(timer);
      inFlight -= 1;
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    /** The number of requests that a set of filters takes, at least one. */
    pages: (filters: Partial<RentedNumber> = {}) => {
      const query = Object.entries(filters).map(([name, value]) => [name, String(value)]);
      return Math.max(1, Math.ceil(listOf(new URLSearchParams(query)).length / pageSize));
    },
    /** The counts since the last call. */
    takeCounts() {
      const counts = { requests, mostInFlight };
      requests = 0;
      mostInFlight = inFlight;
      return counts;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
