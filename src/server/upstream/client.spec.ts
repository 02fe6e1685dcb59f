import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { NumberFilters } from '#contract/filters.ts';
import { documentedRow, wirePage } from '#sandbox/stand-in/documented-row.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import type { ProblemError } from '../problem-error.ts';
import { problemResponse } from '../problem-response.ts';
import { createUpstream } from './client.ts';

const credentials = { accountSid: 'acc-test', authToken: 'a-test-token' };
const basic = Buffer.from('acc-test:a-test-token').toString('base64');
const listPath = '/v2/accounts/acc-test/numbers';
const oneMebibyte = 1024 * 1024;
const log = pino({ level: 'silent' });

const started: { close(): Promise<void> }[] = [];
// With a random value of 0, retries do not wait.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const running of started.splice(0).reverse()) await running.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const upstream = await startStandIn(answer);
  started.push(upstream);
  return upstream;
}

/** The client under test, with a shortcut for `listNumbers`. */
function clientOf(url: string, limits = { timeoutMs: 5000, deadlineMs: 10_000 }) {
  const client = createUpstream({
    ...credentials,
    ...limits,
    baseUrl: new URL(url),
    concurrency: 4,
  });
  started.push(client);
  return (
    filters: NumberFilters = {},
    cursor: string | null = null,
    signal = new AbortController().signal,
    fresh = true,
  ) => client.listNumbers({ filters, limit: 20, cursor }, { signal, log, fresh });
}

/** A client of an upstream with the given answer to every request. */
async function clientFor(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const { url, requests } = await serve(answer);
  return { list: clientOf(url), requests };
}

const mobile = { type: 'mobile', voice: false };
const mobileRow = documentedRow({ type: 'mobile' });

describe('what is sent', () => {
  test('S21 is a GET of the list with the credentials, and not one header more', async () => {
    const { list, requests } = await clientFor((_, response) => sendJson(response, wirePage([])));
    await list({ number: '447480600503' });
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: `${listPath}?limit=20&number=447480600503`,
    });
    const { host, ...headers } = requests[0]?.headers ?? {};
    expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(headers).toEqual({
      authorization: `Basic ${basic}`,
      accept: 'application/json',
      connection: 'keep-alive',
    });
  });

  test('W6 a number is requested in its present form, then in the old one', async () => {
    const { list, requests } = await clientFor(({ url = '' }, response) =>
      sendJson(
        response,
        wirePage(
          url.includes('=5215512345678')
            ? [documentedRow({ number: '5215512345678', country_code: 'MX' })]
            : [],
        ),
      ),
    );
    const { numbers } = await list({ number: '525512345678' });
    expect(numbers).toMatchObject([{ number: '5215512345678', number_e164: '525512345678' }]);
    expect(requests.map(({ url }) => url?.replace(/.*number=/, ''))).toEqual([
      '525512345678',
      '5215512345678',
    ]);
  });

  test('W4 a trunk zero behind the country code is not sent', async () => {
    const { list, requests } = await clientFor((_, response) =>
      sendJson(response, wirePage([documentedRow()])),
    );
    await list({ number: '4407480600503' });
    expect(requests.map(({ url }) => url)).toEqual([`${listPath}?limit=20&number=447480600503`]);
  });

  test('O15 has the new token after a change, and old cursors still work', async () => {
    const { url, requests } = await serve(({ url = '' }, response) =>
      sendJson(response, wirePage([mobileRow], { next: url.includes('next=') ? null : '?next=a' })),
    );
    const limits = { concurrency: 1, timeoutMs: 5000, deadlineMs: 10_000 };
    const client = createUpstream({ ...credentials, ...limits, baseUrl: new URL(url) });
    started.push(client);
    const ask = (cursor: string | null) =>
      client.listNumbers(
        { filters: mobile, limit: 20, cursor },
        { signal: new AbortController().signal, log, fresh: true },
      );
    const { next } = await ask(null);
    client.changeToken('another-token');
    await ask(next);
    const sent = requests.map(({ headers }) => headers.authorization);
    const another = Buffer.from('acc-test:another-token').toString('base64');
    expect(sent).toEqual([`Basic ${basic}`, `Basic ${another}`]);
  });

  test('for the next page is built from our own address, with the filters that the link lacks', async () => {
    const { list, requests } = await clientFor(({ url = '' }, response) =>
      sendJson(
        response,
        wirePage([mobileRow], { next: url.includes('next=') ? null : `${listPath}?next=abc` }),
      ),
    );
    const { next } = await list(mobile);
    expect((await list(mobile, next)).next).toBeNull();
    expect(requests[1]?.url).toBe(`${listPath}?limit=20&type=mobile&voice=false&next=abc`);
  });
});

test('the answer is the page in the form of the contract', async () => {
  const { list } = await clientFor((_, response) =>
    sendJson(response, wirePage([documentedRow({ token: 'sip' }), null], { prev: '?prev=1' })),
  );
  expect(await list()).toMatchObject({
    limit: 20,
    prev: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
    next: null,
    skipped: 1,
    numbers: [{ number_display: '+44 7480 600503', has_token: true }],
  });
});

test('S19 a cursor works only with its own filters, and is refused before any request', async () => {
  const { list, requests } = await clientFor((_, response) =>
    sendJson(response, wirePage([mobileRow], { next: '?next=abc' })),
  );
  const { next } = await list(mobile);
  await expect(list({}, next)).rejects.toMatchObject({ code: 'invalid_cursor' });
  await expect(list({ type: 'local' }, next)).rejects.toMatchObject({ code: 'invalid_cursor' });
  expect(requests).toHaveLength(1);
});

describe('the credentials go to no other server', () => {
  test.each<[string, (canary: URL) => string]>([
    ['another port', ({ origin }) => `${origin}${listPath}?next=1`],
    ['no scheme', ({ host }) => `//${host}${listPath}?next=1`],
    ['another name of this machine', ({ port }) => `http://localhost:${port}${listPath}?next=1`],
    ['an address as a number', ({ port }) => `http://2130706433:${port}${listPath}?next=1`],
    ['an address in hex', ({ port }) => `http://0x7f000001:${port}${listPath}?next=1`],
    ['an IPv6 spelling', ({ port }) => `http://[::ffff:127.0.0.1]:${port}${listPath}?next=1`],
    ['our host as the user', ({ host }) => `http://api.apifonica.com@${host}${listPath}?next=1`],
    ['backslashes', ({ host }) => `http:\\\\${host}${listPath}?next=1`],
    ['a line break', ({ host }) => `ht\ntp://${host}${listPath}?next=1`],
  ])('S17 a link to another server is refused: %s', async (_name, toLink) => {
    const canary = await serve((_, response) => sendJson(response, wirePage([])));
    for (const kind of ['next', 'prev']) {
      const link = toLink(new URL(canary.url));
      const { list } = await clientFor((_, response) =>
        sendJson(response, wirePage([], { [kind]: link })),
      );
      await expect(list()).rejects.toMatchObject({ code: 'upstream_contract' });
    }
    expect(canary.requests).toHaveLength(0);
  });

  test.each([301, 302, 307, 308])('S18 a %i to another server is not followed', async (status) => {
    const canary = await serve((_, response) => sendJson(response, wirePage([])));
    const { list, requests } = await clientFor((_, response) =>
      response.writeHead(status, { location: `${canary.url}${listPath}` }).end(),
    );
    await expect(list()).rejects.toMatchObject({ code: 'upstream_contract' });
    expect(requests).toHaveLength(1);
    expect(canary.requests).toHaveLength(0);
  });
});

test('a page that names itself as the next one ends the list with a problem', async () => {
  const { list } = await clientFor((_, response) =>
    sendJson(response, wirePage([documentedRow()], { next: '?next=abc' })),
  );
  const { next } = await list();
  await expect(list({}, next)).rejects.toMatchObject({ code: 'upstream_contract' });
});

test('an expired cursor clears the cache of pages', async () => {
  let link = '?next=old';
  const { list } = await clientFor(({ url = '' }, response) => {
    if (url.includes('next=')) response.writeHead(400).end();
    else sendJson(response, wirePage([documentedRow()], { next: link }));
  });
  const remembered = (cursor: string | null) => list({}, cursor, undefined, false);
  const { next } = await remembered(null);
  link = '?next=new';
  expect((await remembered(null)).next).toBe(next);
  await expect(remembered(next)).rejects.toMatchObject({ code: 'cursor_expired' });
  expect((await remembered(null)).next).not.toBe(next);
});

test('a page is kept for ten seconds, then requested again', async () => {
  const { list, requests } = await clientFor((_, response) =>
    sendJson(response, wirePage([mobileRow])),
  );
  const listCached = () => list({}, null, undefined, false);
  // The cache reads the clock again only after a timer of one millisecond.
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const pass = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(ms);
  };
  await listCached();
  pass(9000);
  await listCached();
  expect(requests).toHaveLength(1);
  pass(1500);
  await listCached();
  expect(requests).toHaveLength(2);
});

test('equal calls at the same time are one request, and different ones are not', async () => {
  const { list, requests } = await clientFor((_, response) =>
    sendJson(response, wirePage([mobileRow])),
  );
  const pages = await Promise.all([...Array.from({ length: 25 }, () => list()), list(mobile)]);
  expect(requests.map(({ url }) => url).toSorted()).toEqual([
    `${listPath}?limit=20`,
    `${listPath}?limit=20&type=mobile&voice=false`,
  ]);
  expect(pages.every(({ numbers }) => numbers.length === 1)).toBe(true);
});

test('a client that leaves ends the request', async () => {
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let left = () => {};
  const leave = new Promise<void>((resolve) => {
    left = resolve;
  });
  const { list } = await clientFor((_, response) => {
    response.on('close', left);
    arrived();
  });
  const leaving = new AbortController();
  const outcome = expect(list({}, null, leaving.signal)).rejects.toThrow('gone');
  await arrival;
  leaving.abort(new Error('gone'));
  await outcome;
  await leave;
});

describe('failures', () => {
  const never = () => {};

  test.each([
    ['every attempt', { timeoutMs: 50, deadlineMs: 10_000 }],
    ['the whole call', { timeoutMs: 10_000, deadlineMs: 50 }],
    ['the whole call, and none was left to begin with', { timeoutMs: 10_000, deadlineMs: 0 }],
  ])('no answer within the time of %s', async (_name, limits) => {
    const { url } = await serve(never);
    await expect(clientOf(url, limits)()).rejects.toMatchObject({ code: 'upstream_timeout' });
  });

  test('an answer that stops halfway is out of time too', async () => {
    const { url } = await serve((_, response) => {
      response.setHeader('content-type', 'application/json').write('{"limit":');
    });
    const list = clientOf(url, { timeoutMs: 50, deadlineMs: 10_000 });
    await expect(list()).rejects.toMatchObject({ code: 'upstream_timeout' });
  });

  test('nobody listens on the port', async () => {
    const { url, close } = await startStandIn(never);
    await close();
    const list = clientOf(url, { timeoutMs: 5000, deadlineMs: 500 });
    await expect(list()).rejects.toMatchObject({
      code: 'upstream_unreachable',
      reason: 'ECONNREFUSED',
    });
  });

  test('a connection that breaks', async () => {
    const { url } = await serve((_, response) => response.destroy());
    const list = clientOf(url, { timeoutMs: 5000, deadlineMs: 500 });
    await expect(list()).rejects.toMatchObject({ code: 'upstream_unreachable' });
  });

  test('O6 after a long outage, the first call reaches an upstream that is back', async () => {
    let isDown = true;
    const { url } = await serve((_, response) => {
      if (isDown) response.destroy();
      else sendJson(response, wirePage([]));
    });
    const list = clientOf(url, { timeoutMs: 5000, deadlineMs: 500 });
    for (const _ of '12') {
      await expect(list()).rejects.toMatchObject({ code: 'upstream_unreachable' });
    }
    isDown = false;
    expect((await list()).numbers).toEqual([]);
  });

  test('a body of 1 MiB is read, one byte more is not', async () => {
    const body = JSON.stringify(wirePage([documentedRow()]));
    const sized = (bytes: number) =>
      clientFor((_, response) =>
        response.setHeader('content-type', 'application/json').end(body.padEnd(bytes)),
      );
    const { list } = await sized(oneMebibyte);
    expect((await list()).numbers).toHaveLength(1);
    const { list: listMore } = await sized(oneMebibyte + 1);
    await expect(listMore()).rejects.toMatchObject({ code: 'upstream_malformed' });
  });

  test('a failed call is not cached', async () => {
    let isDown = true;
    const { list } = await clientFor((_, response) => {
      if (isDown) response.writeHead(503).end();
      else sendJson(response, wirePage([]));
    });
    await expect(list()).rejects.toMatchObject({ code: 'upstream_unavailable' });
    isDown = false;
    expect((await list()).numbers).toEqual([]);
  });
});

describe('S14 and S29 credentials that the upstream sends back go no further', () => {
  const json = { 'content-type': 'application/json' };
  test.each<[string, (echo: string, response: ServerResponse) => void]>([
    ['401', (echo, response) => response.writeHead(401, echo, { 'retry-after': echo }).end(echo)],
    ['429', (echo, response) => response.writeHead(429, { 'retry-after': echo }).end(echo)],
    ['500', (echo, response) => response.writeHead(500, json).end(JSON.stringify({ echo }))],
    ['a redirect', (echo, response) => response.writeHead(302, { location: `/${echo}` }).end()],
    ['no JSON', (echo, response) => response.writeHead(200, { 'content-type': echo }).end(echo)],
    ['broken JSON', (echo, response) => response.writeHead(200, json).end(echo)],
    ['a strange page', (echo, response) => sendJson(response, { [echo]: echo, next: { echo } })],
    ['a link', (echo, response) => sendJson(response, wirePage([], { next: `http://${echo}` }))],
    ['another link', (echo, response) => sendJson(response, wirePage([], { prev: `?${echo}=1` }))],
  ])('%s', async (_name, answer) => {
    const { list } = await clientFor(({ headers }, response) =>
      answer(`${headers.authorization} ${credentials.authToken}`, response),
    );
    const error = await list().then(
      () => expect.unreachable('The page is not one.'),
      (reason: ProblemError) => reason,
    );
    const response = problemResponse(error, 'request-1');
    const said = JSON.stringify([error.message, [...response.headers], await response.text()]);
    expect(said).toContain(error.code);
    expect(said).not.toContain(credentials.authToken);
    expect(said).not.toContain(basic);
  });
});
