import { askedOnce, askedTwice, type Fault, once, retried } from './fault.ts';
import type { Answer } from './raw-upstream.ts';
import { type Headers, head, jsonType, refusal, upstreamWords, whole } from './wire-bytes.ts';

export const refuseWith =
  (status: number, headers: Headers = []): Answer =>
  ({ reply }) =>
    reply(refusal(status, headers));

const send =
  (body: string, headers: Headers = [jsonType]): Answer =>
  ({ reply }) =>
    reply(whole(200, headers, body));

const login = `<!doctype html><title>${upstreamWords}</title><form action=/login></form>`;

/** Ends the connection with a body that is valid JSON but lacks a key. */
export const leaveOut =
  (key: 'next' | 'numbers'): Answer =>
  ({ page, socket }) => {
    const body = JSON.stringify({ ...page, [key]: undefined });
    socket.end(head(200, [jsonType, ['Connection', 'close']]) + body);
  };

const retryAfter = (value: string): Headers => [['Retry-After', value]];

/** A date two seconds ahead, because an HTTP date has whole seconds only. */
const soon: Answer = ({ reply }) =>
  reply(refusal(429, retryAfter(new Date(Date.now() + 2000).toUTCString())));

const redirect =
  (status: number): Answer =>
  ({ reply, elsewhere, target }) =>
    reply(refusal(status, [['Location', elsewhere + target]]));

const contract = { outcome: 'upstream_contract', asked: askedOnce } as const;
const malformed = { outcome: 'upstream_malformed', asked: askedTwice } as const;
/** Only one request in all gets the 429: a second one would put the wait beyond the deadline. */
const limitedOnce = { scope: { times: 1, of: 'all' }, outcome: 'fine', asked: [1, 2] } as const;
const limited = { outcome: 'upstream_rate_limited', asked: [0, 1] } as const;
const refused: Headers = [['WWW-Authenticate', 'Basic realm="upstream"']];

/** Faults in the status, the headers or the body of a complete answer. */
export const answerFaults: readonly Fault[] = [
  { name: 'F8 without next', answer: leaveOut('next'), ...contract },
  { name: 'F8 without numbers', answer: leaveOut('numbers'), ...contract },
  { name: 'F9 a login page', answer: send(login, [['Content-Type', 'text/html']]), ...contract },
  { name: 'F9 a login page called JSON', answer: send(login), ...malformed },
  { name: 'F9 nothing', answer: send('', []), ...contract },
  { name: 'F9 nothing, called JSON', answer: send(''), ...malformed },
  { name: 'F9 null', answer: send('null'), ...contract },
  { name: 'F9 an empty list', answer: send('[]'), ...contract },
  ...[500, 502, 503, 504].map((status) => ({
    name: `F11 ${status} once`,
    answer: refuseWith(status),
    ...once,
  })),
  {
    name: 'F12 503 always',
    answer: refuseWith(503),
    outcome: 'upstream_unavailable',
    asked: retried,
  },
  {
    name: 'F13 429 once, a second to wait',
    answer: refuseWith(429, retryAfter('1')),
    ...limitedOnce,
  },
  { name: 'F13 429 once, until a date', answer: soon, ...limitedOnce },
  {
    name: 'F13 429, longer than the deadline',
    answer: refuseWith(429, retryAfter('9')),
    ...limited,
    heals: false,
  },
  {
    name: 'F13 429, thirty years to wait',
    answer: refuseWith(429, retryAfter('999999999')),
    ...limited,
    heals: false,
  },
  {
    name: 'F13 429 once, garbage to wait',
    answer: refuseWith(429, retryAfter('soon')),
    ...limitedOnce,
  },
  {
    name: 'F13 429 once, less than nothing',
    answer: refuseWith(429, retryAfter('-5')),
    ...limitedOnce,
  },
  { name: 'F14 429 once, without a wait', answer: refuseWith(429), ...limitedOnce },
  ...[401, 403].map(
    (status): Fault => ({
      name: `F15 ${status}`,
      answer: refuseWith(status, refused),
      outcome: 'upstream_auth',
      asked: askedOnce,
    }),
  ),
  { name: 'F16 404', answer: refuseWith(404), outcome: 'upstream_account', asked: askedOnce },
  {
    name: 'F16 410',
    answer: refuseWith(410),
    outcome: 'upstream_account',
    outcomeOnCursor: 'cursor_expired',
    asked: askedOnce,
  },
  {
    name: 'F17 400, for a cursor it gave itself',
    answer: refuseWith(400),
    outcome: 'upstream_contract',
    outcomeOnCursor: 'cursor_expired',
    asked: askedOnce,
  },
  ...[301, 302, 307, 308].map((status) => ({
    name: `F25 ${status} to another server`,
    answer: redirect(status),
    ...contract,
  })),
];
