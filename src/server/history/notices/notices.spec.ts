import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '#contract/history.ts';
import { startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import { mainAccount } from '../../accounts/test-accounts.ts';
import { ProblemError } from '../../problem-error.ts';
import type { OutboundProxy } from '../../read-proxy.ts';
import { createFolderLeases } from '../runs/folder-leases.ts';
import { leasesFolder } from '../runs/keeper-files.ts';
import { readSchedule } from '../runs/schedule.ts';
import type { AccountHistory, HistoryFolder } from '../store/history.ts';
import { pageBelow } from './notice.ts';
import { createTeller } from './tell.ts';
import { createWatch } from './watch.ts';
import { createWebhook } from './webhook.ts';

const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const hour = 3_600_000;
const takenAt = Date.parse('2026-11-26T03:17:09Z');

const closing: (() => unknown)[] = [];
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: takenAt + 1000 }));
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0).reverse()) await close();
});

interface Delivery {
  headers: IncomingMessage['headers'];
  text: string;
}

/** A receiver that answers as a test wants. */
async function startReceiver() {
  const deliveries: Delivery[] = [];
  const receiver = {
    deliveries,
    url: '',
    answer: (response: ServerResponse): unknown => response.writeHead(204).end(),
  };
  const standIn = await startStandIn(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    deliveries.push({ headers: request.headers, text: Buffer.concat(chunks).toString() });
    receiver.answer(response);
  });
  receiver.url = `${standIn.url}/in/a-secret-path`;
  closing.push(standIn.close);
  return receiver;
}

const snapshot = (seq: number, changes: Partial<Snapshot> = {}): Snapshot => ({
  ...{ seq, asOf: new Date(takenAt).toISOString(), total: 5310, skipped: 0 },
  ...{ added: 0, gone: 0, changed: 0, status: 'kept' },
  ...changes,
});

const kept: Snapshot[] = [
  snapshot(13, { added: 2, gone: 60, changed: 3 }),
  snapshot(11, { asOf: new Date(takenAt - 24 * hour).toISOString() }),
];

interface WatchOptions {
  url: string;
  snapshots?: readonly Snapshot[];
  path?: string;
  proxy?: OutboundProxy | null;
}

/** What one server tells, each time it looks at the snapshots. */
function startWatch({ url, snapshots = kept, path, proxy = null }: WatchOptions) {
  const folderPath = path ?? mkdtempSync(join(tmpdir(), 'rented-numbers-'));
  if (path === undefined) closing.push(() => rmSync(folderPath, { recursive: true }));
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const webhook = createWebhook({ url: new URL(url), secret }, proxy);
  closing.push(webhook.close);
  const read = readSchedule('17 3 * * *', 'UTC');
  const history = { snapshots, isBroken: false };
  const list = {
    async snapshots() {
      if (history.isBroken) throw new ProblemError('history_broken', 'The commit is damaged.');
      return [...history.snapshots];
    },
  } satisfies Partial<AccountHistory>;
  const watch = createWatch({
    // A watch reads only the list of snapshots.
    folder: { account: () => list as unknown as AccountHistory } as unknown as HistoryFolder,
    path: folderPath,
    accounts: () => [mainAccount],
    leases: createFolderLeases(leasesFolder(folderPath), Date.now),
    scheduleOf: () => ('schedule' in read ? read.schedule : null),
    teller: createTeller({ receiver: () => webhook, log: logger, now: Date.now }),
    pageOf: pageBelow(new URL('https://tools.example/numbers')),
    logger,
    now: Date.now,
  });
  return {
    ...watch,
    history,
    path: folderPath,
    lines: () => lines.map((line) => JSON.parse(line)),
    text: () => lines.join(''),
  };
}

const verified = ({ headers, text }: Delivery) =>
  new Webhook(secret).verify(text, headers as Record<string, string>);

test('a change is told once, signed, with counts and the way to the page', async () => {
  const receiver = await startReceiver();
  const { pass } = startWatch(receiver);
  await pass();
  await pass();
  expect(receiver.deliveries).toHaveLength(1);
  const [delivery] = receiver.deliveries;
  expect(delivery?.headers['webhook-id']).toBe(`numbers.changed_acc-test_13_${takenAt}`);
  expect(delivery?.headers['content-type']).toBe('application/json');
  expect(verified(delivery!)).toEqual({
    type: 'numbers.changed',
    timestamp: '2026-11-26T03:17:09.000Z',
    data: {
      account: { id: 'main', name: 'Main', account_sid: 'acc-test' },
      seq: 13,
      total: 5310,
      skipped: 0,
      added: 2,
      gone: 60,
      changed: 3,
      url: 'https://tools.example/numbers/?account=main&show=history&from=11&to=13',
    },
  });
  expect(() =>
    new Webhook('whsec_AAAA').verify(delivery!.text, delivery!.headers as Record<string, string>),
  ).toThrow();
});

describe('nothing is told', () => {
  test.each([
    ['without a difference', [snapshot(13), snapshot(12)]],
    ['of a list that is unconfirmed', [snapshot(13, { gone: 60, status: 'unconfirmed' })]],
    [
      'of a change of the day before',
      [snapshot(13, { gone: 6, asOf: '2026-11-25T03:00:00.000Z' })],
    ],
  ])('%s', async (_, snapshots) => {
    const receiver = await startReceiver();
    await startWatch({ ...receiver, snapshots }).pass();
    expect(receiver.deliveries).toEqual([]);
  });
});

describe('a notice that was not taken comes again, with the same id and a new signature', () => {
  test.each<[string, (response: ServerResponse) => unknown, string]>([
    ['500', (response) => response.writeHead(500).end(), '500'],
    ['404', (response) => response.writeHead(404).end(), '404'],
    ['a cut', (response) => response.destroy(), 'UND_ERR_SOCKET'],
    ['an endless answer', (response) => response.writeHead(503).write('x'.repeat(100_000)), '503'],
  ])('after %s', async (_, fault, cause) => {
    const receiver = await startReceiver();
    const { pass, lines } = startWatch(receiver);
    const { answer } = receiver;
    receiver.answer = fault;
    expect(await pass()).toBe(5000);
    expect(lines()).toContainEqual(expect.objectContaining({ msg: 'notice not taken', cause }));
    expect(await pass()).toBe(5000);
    expect(receiver.deliveries).toHaveLength(1);
    vi.setSystemTime(Date.now() + 5000);
    expect(await pass()).toBe(10_000);
    receiver.answer = answer;
    vi.setSystemTime(Date.now() + 10_000);
    await pass();
    await pass();
    expect(receiver.deliveries).toHaveLength(3);
    const ids = receiver.deliveries.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
    verified(receiver.deliveries[2]!);
  });

  test('after a restart, at once', async () => {
    const receiver = await startReceiver();
    const { answer } = receiver;
    receiver.answer = (response) => response.writeHead(500).end();
    const before = startWatch(receiver);
    await before.pass();
    receiver.answer = answer;
    const after = startWatch({ ...receiver, path: before.path });
    await after.pass();
    expect(receiver.deliveries).toHaveLength(2);
    await startWatch({ ...receiver, path: before.path }).pass();
    expect(receiver.deliveries).toHaveLength(2);
  });

  test('for 24 hours, with at most an hour between, and is then given up', async () => {
    const receiver = await startReceiver();
    receiver.answer = (response) => response.writeHead(500).end();
    const { pass, lines } = startWatch(receiver);
    const waits: number[] = [];
    for (let wait = await pass(); Number.isFinite(wait); wait = await pass()) {
      waits.push(wait);
      vi.setSystemTime(Date.now() + wait);
    }
    expect(waits.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000]);
    expect(Math.max(...waits)).toBe(hour);
    expect(Date.now() - takenAt).toBeGreaterThan(22.9 * hour);
    expect(Date.now() - takenAt).toBeLessThan(24 * hour);
    expect(lines()).toContainEqual(expect.objectContaining({ msg: 'notice given up', level: 50 }));
    const { length } = receiver.deliveries;
    await pass();
    expect(receiver.deliveries).toHaveLength(length);
  });
});

test('a notice that was taken is not sent again where that cannot be noted', async () => {
  const receiver = await startReceiver();
  const { pass, path } = startWatch(receiver);
  // The folder of leases is there already, and a folder stands where the note belongs.
  mkdirSync(join(path, '.keeper', 'acc-test.told.json'), { recursive: true });
  await pass();
  await pass();
  expect(receiver.deliveries).toHaveLength(1);
});

test('a snapshot after a purge is told, although its place was told before', async () => {
  const receiver = await startReceiver();
  const { pass, history } = startWatch(receiver);
  await pass();
  const asOf = new Date(takenAt + hour).toISOString();
  history.snapshots = [snapshot(13, { gone: 1, asOf })];
  await pass();
  const ids = receiver.deliveries.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids).size).toBe(2);
});

test('two servers that share a folder tell once', async () => {
  const receiver = await startReceiver();
  const one = startWatch(receiver);
  const other = startWatch({ ...receiver, path: one.path });
  await Promise.all([one.pass(), other.pass()]);
  await Promise.all([one.pass(), other.pass()]);
  expect(receiver.deliveries).toHaveLength(1);
});

test('a receiver that never answers is not waited for', async () => {
  const receiver = await startReceiver();
  receiver.answer = () => {};
  const webhook = createWebhook({ url: new URL(receiver.url), secret }, null, 50);
  expect(await webhook.send({ id: 'a-notice', at: takenAt, body: {} })).toBe('TimeoutError');
});

test('no redirect is followed', async () => {
  const [receiver, elsewhere] = [await startReceiver(), await startReceiver()];
  receiver.answer = (response) => response.writeHead(307, { location: elsewhere.url }).end();
  const { pass, lines } = startWatch(receiver);
  await pass();
  expect(elsewhere.deliveries).toEqual([]);
  expect(lines()).toContainEqual(
    expect.objectContaining({ msg: 'notice not taken', cause: '307' }),
  );
});

test('an https receiver is told through the proxy, which sees only the host', async () => {
  const asked: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization']}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  closing.push(() => void proxy.close());
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { pass } = startWatch({
    url: 'https://hooks.example/in/a-secret-path',
    proxy: { url: `http://127.0.0.1:${port}`, authorization: 'Basic b3V0Om9m', except: '' },
  });
  expect(await pass()).toBe(5000);
  expect(asked).toEqual(['hooks.example:443 Basic b3V0Om9m']);
});

test('neither the secret nor the address of the receiver is in the log', async () => {
  const receiver = await startReceiver();
  const { pass, text } = startWatch(receiver);
  await pass();
  receiver.answer = (response) => response.destroy();
  await startWatch(receiver).pass();
  expect(text()).toContain('"msg":"notice taken"');
  for (const word of [secret.slice(6), 'a-secret-path', '127.0.0.1']) {
    expect(text()).not.toContain(word);
  }
});

describe('without a snapshot for two periods', () => {
  const old = [snapshot(13, { asOf: '2026-11-20T03:17:09.000Z' })];

  test('there is one line in the log and one notice, and the metrics keep the old moment', async () => {
    const receiver = await startReceiver();
    const { pass, facts, lines } = startWatch({ ...receiver, snapshots: old });
    // A server that begins catches its runs up first.
    vi.setSystemTime(Date.now() + 15 * 60_000 - 1);
    await pass();
    expect(receiver.deliveries).toEqual([]);
    vi.setSystemTime(Date.now() + 1);
    await pass();
    await pass();
    expect(receiver.deliveries).toHaveLength(1);
    expect(verified(receiver.deliveries[0]!)).toMatchObject({
      type: 'snapshot.overdue',
      data: { account: { id: 'main' }, since: '2026-11-20T03:17:09.000Z' },
    });
    const alarms = lines().filter(({ msg }) => msg === 'no snapshot for two periods');
    expect(alarms).toMatchObject([{ level: 50, since: '2026-11-20T03:17:09.000Z' }]);
    expect(facts()).toEqual([
      { account: 'main', lastSuccess: Date.parse('2026-11-20T03:17:09Z'), numbers: 5310 },
    ]);
  });

  test('there is nothing before', async () => {
    const receiver = await startReceiver();
    vi.setSystemTime(Date.parse('2026-11-21T03:17:08Z'));
    const { pass, lines } = startWatch({ ...receiver, snapshots: old });
    vi.setSystemTime(Date.parse('2026-11-22T03:17:08Z'));
    await pass();
    expect([receiver.deliveries, lines()]).toEqual([[], []]);
  });

  test('an alarm that nobody takes is given up after 24 hours, restarts included', async () => {
    const receiver = await startReceiver();
    receiver.answer = (response) => response.writeHead(500).end();
    const first = startWatch({ ...receiver, snapshots: old });
    const grace = 15 * 60_000;
    vi.setSystemTime(Date.now() + grace);
    const raisedAt = Date.now();
    await first.pass();
    vi.setSystemTime(raisedAt + 12 * hour);
    const { pass } = startWatch({ ...receiver, snapshots: old, path: first.path });
    vi.setSystemTime(Date.now() + grace);
    for (let wait = await pass(); Number.isFinite(wait); wait = await pass()) {
      vi.setSystemTime(Date.now() + wait);
    }
    expect(Date.now() - raisedAt).toBeGreaterThan(22.9 * hour);
    expect(Date.now() - raisedAt).toBeLessThan(24 * hour);
    const { length } = receiver.deliveries;
    for (let passes = 0; passes < 4; passes += 1) {
      vi.setSystemTime(Date.now() + hour);
      await pass();
    }
    expect(receiver.deliveries).toHaveLength(length);
    const ids = receiver.deliveries.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
  });

  test('a later outage is told again', async () => {
    const receiver = await startReceiver();
    const { pass, history } = startWatch({ ...receiver, snapshots: old });
    vi.setSystemTime(takenAt + hour);
    await pass();
    history.snapshots = [snapshot(14)];
    await pass();
    vi.setSystemTime(takenAt + 48 * hour + 1);
    await pass();
    expect(receiver.deliveries.map(({ headers }) => headers['webhook-id'])).toEqual([
      `snapshot.overdue_acc-test_${Date.parse('2026-11-20T03:17:09Z')}`,
      `snapshot.overdue_acc-test_${takenAt}`,
    ]);
  });

  test('the alarm comes also where the history cannot be read, and the metrics stay', async () => {
    const receiver = await startReceiver();
    const { pass, facts, history } = startWatch({ ...receiver, snapshots: [snapshot(13)] });
    await pass();
    history.isBroken = true;
    await pass();
    expect(receiver.deliveries).toEqual([]);
    vi.setSystemTime(takenAt + 48 * hour + 1);
    await pass();
    const [alarm] = receiver.deliveries;
    expect(verified(alarm!)).toMatchObject({
      type: 'snapshot.overdue',
      data: { since: '2026-11-26T03:17:09.000Z' },
    });
    expect(facts()).toEqual([{ account: 'main', lastSuccess: takenAt, numbers: 5310 }]);
  });

  test('the alarm comes also from servers that could never read the history, once', async () => {
    const receiver = await startReceiver();
    const { pass, history, path } = startWatch(receiver);
    history.isBroken = true;
    await pass();
    vi.setSystemTime(takenAt + 48 * hour + 1001);
    await pass();
    expect(receiver.deliveries).toHaveLength(1);

    const later = startWatch({ ...receiver, path });
    later.history.isBroken = true;
    vi.setSystemTime(takenAt + 100 * hour);
    await later.pass();
    await pass();
    expect(receiver.deliveries).toHaveLength(1);
  });
});
