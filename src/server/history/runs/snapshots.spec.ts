import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InventoryEvent } from '#contract/inventory.ts';
import { createAccount } from '#sandbox/stand-in/account.ts';
import type { Answer } from '#sandbox/stand-in/start-stand-in.ts';
import { ProblemError } from '../../problem-error.ts';
import { createMemoryLeases, createStoreLeases, type Leases } from '../../shared/leases.ts';
import { hasRedis } from '../../shared/test-redis.ts';
import { startTestStore } from '../../shared/test-shared.ts';
import { newName } from '../files/durable.ts';
import { createFolderLeases } from './folder-leases.ts';
import { leasesFolder } from './keeper-files.ts';
import { account, startNumbers, startTestServer, type TestServer } from './test-server.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const startedAt = Date.parse('2026-11-26T10:00:00Z');

const full = new ProblemError('history_broken', 'The disk is full.');

const closing: (() => unknown)[] = [];
// With a random value of 0, retries do not wait.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.useFakeTimers({ toFake: ['Date'], now: startedAt });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const close of closing.splice(0).reverse()) await close();
});

/** An account of so many numbers, a folder, a clock, and servers that share them. */
async function start(size = 45) {
  const path = mkdtempSync(join(tmpdir(), 'rented-numbers-'));
  closing.push(() => rmSync(path, { recursive: true }));
  const vendor = await startNumbers(size);
  closing.push(vendor.close);
  const clock = {
    get now() {
      return Date.now();
    },
    set now(moment: number) {
      vi.setSystemTime(moment);
    },
  };
  return {
    path,
    vendor,
    clock,
    async server(options: Partial<Parameters<typeof startTestServer>[0]> = {}) {
      const server = await startTestServer({ vendor, path, now: Date.now, ...options });
      closing.push(server.close);
      return server;
    },
  };
}

/** The SIDs of a snapshot. */
async function sidsOf({ history }: TestServer, seq: number): Promise<Set<string>> {
  const sids = new Set<string>();
  for await (const bytes of history.list(seq, {}, new AbortController().signal)) {
    for (const line of Buffer.from(bytes).toString().trim().split('\n')) {
      const event = JSON.parse(line) as InventoryEvent;
      if (event.event === 'numbers') for (const row of event.numbers) sids.add(row.number_sid);
    }
  }
  return sids;
}

test('a person takes a snapshot, which has every number', async () => {
  const { vendor, server } = await start();
  const one = await server();
  const taken = await one.takeNow();
  expect(taken).toMatchObject({ total: 45, added: 0, gone: 0, changed: 0, status: 'kept' });
  expect(await sidsOf(one, taken.seq)).toEqual(vendor.numbers.sids());
  expect(await one.read()).toMatchObject({ snapshots: [taken], isTaking: false, failed: null });
});

test('the schedule takes one a day, and says before when', async () => {
  const { vendor, clock, server } = await start();
  const one = await server();
  expect(await one.pass()).toBe(Date.parse('2026-11-27T03:17:00Z') - startedAt);
  expect(vendor.requests()).toBe(0);
  clock.now = Date.parse('2026-11-27T03:17:00Z');
  await one.pass();
  expect(await one.read()).toMatchObject({
    snapshots: [{ total: 45, status: 'kept', asOf: '2026-11-27T03:17:00.000Z' }],
    next: '2026-11-28T03:17:00.000Z',
  });
});

test('a run that was missed is caught up by a later start', async () => {
  const { clock, server } = await start();
  const before = await server();
  await before.pass();
  clock.now += 2 * day;
  const after = await server();
  await after.pass();
  expect(after.kept).toHaveLength(1);
  await after.pass();
  expect(after.kept).toHaveLength(1);
});

test('what was added, gone and changed is counted, and a number updated meanwhile comes once', async () => {
  const { vendor, server } = await start();
  const one = await server();
  await one.takeNow();
  vendor.numbers.add(100);
  vendor.numbers.remove(3);
  vendor.numbers.change(5, { name: 'Another desk' });
  expect(await one.takeNow()).toMatchObject({ total: 45, added: 1, gone: 1, changed: 1 });
});

const faults: [string, Answer][] = [
  ['401', (_, response) => void response.writeHead(401).end()],
  ['403', (_, response) => void response.writeHead(403).end()],
  ['429', (_, response) => void response.writeHead(429, { 'retry-after': '60' }).end()],
  ['500', (_, response) => void response.writeHead(500).end()],
  ['HTML', (_, response) => void response.setHeader('content-type', 'text/html').end('<p>')],
  ['a cut', (_, response) => void response.destroy()],
  ['half a body', (_, response) => void response.writeHead(200).end('{"numbers":[')],
  ['no next', (_, response) => void response.writeHead(200).end('{"numbers":[]}')],
];

describe('a walk that fails makes no snapshot', () => {
  test.each(faults)('%s from the first page', async (_, fault) => {
    const { vendor, server } = await start();
    const one = await server();
    vendor.answer = fault;
    await expect(one.takeNow()).rejects.toThrow(ProblemError);
    const { snapshots, failed, isTaking } = await one.read();
    expect({ snapshots, isTaking }).toEqual({ snapshots: [], isTaking: false });
    expect(failed?.problem.code).toMatch(/^upstream_/);
    expect(one.kept).toEqual([]);
  });

  test.each(faults)('%s in the middle, after a snapshot, which stays', async (_, fault) => {
    const { vendor, server } = await start();
    const one = await server();
    const first = await one.takeNow();
    vendor.answer = (request, response) =>
      (request.url?.includes('next=') ? fault : vendor.honest)(request, response);
    await expect(one.takeNow()).rejects.toThrow(ProblemError);
    expect((await one.read()).snapshots).toEqual([first]);
    expect(await sidsOf(one, first.seq)).toEqual(vendor.numbers.sids());
  });

  test('and is tried again ten minutes later, then twenty, until it succeeds', async () => {
    const { vendor, clock, server } = await start();
    const one = await server();
    await one.pass();
    clock.now += day;
    vendor.answer = (_, response) => void response.writeHead(500).end();
    await one.pass();
    const { next, failed } = await one.read();
    expect(failed).toMatchObject({ problem: { code: 'upstream_unavailable' } });
    expect(Date.parse(next ?? '')).toBe(clock.now + 10 * minute);
    clock.now += 10 * minute;
    await one.pass();
    expect(Date.parse((await one.read()).next ?? '')).toBe(clock.now + 20 * minute);
    vendor.answer = vendor.honest;
    clock.now += 20 * minute;
    await one.pass();
    expect(await one.read()).toMatchObject({ snapshots: [{ total: 45 }], failed: null });
  });
});

describe('a list that lost suspiciously many numbers', () => {
  const halved = createAccount(20);
  const none = createAccount(0);

  test.each([
    ['an empty one', none],
    ['a halved one', halved],
  ])('%s becomes no snapshot when the next walk is whole again', async (_, less) => {
    const { vendor, server } = await start();
    const one = await server();
    const first = await one.takeNow();
    const whole = vendor.numbers;
    vendor.numbers = less;
    expect(await one.takeNow()).toMatchObject({ status: 'unconfirmed' });
    expect((await one.read()).snapshots).toMatchObject([{ status: 'unconfirmed' }, first]);
    vendor.numbers = whole;
    expect(await one.takeNow()).toMatchObject({ status: 'kept', gone: 0 });
    expect((await one.read()).snapshots).toMatchObject([{ status: 'kept' }, first]);
  });

  test.each([
    ['empty', none, 45],
    ['halved', halved, 25],
  ])('%s in two walks is one snapshot', async (_, less, gone) => {
    const { vendor, clock, server } = await start();
    const one = await server();
    await one.takeNow();
    vendor.numbers = less;
    await one.takeNow();
    const { next } = await one.read();
    expect(Date.parse(next ?? '') - clock.now).toBe(10 * minute);
    await one.pass();
    expect(one.kept).toHaveLength(2);
    clock.now = Date.parse(next ?? '');
    await one.pass();
    expect(one.kept.at(-1)).toMatchObject({ status: 'kept', gone });
    expect((await one.read()).snapshots.map(({ status }) => status)).toEqual(['kept', 'kept']);
  });
});

describe('a list with more rows that cannot be read', () => {
  /** The same numbers, of which five have a row that is broken. */
  const broken = () => createAccount(45, (n) => (n % 10 === 0 ? { number: null } : {}));

  test('becomes no snapshot when the next walk reads them again', async () => {
    const { vendor, server } = await start();
    const one = await server();
    const first = await one.takeNow();
    const whole = vendor.numbers;
    vendor.numbers = broken();
    const doubted = await one.takeNow();
    expect(doubted).toMatchObject({ total: 40, skipped: 5, gone: 5, status: 'unconfirmed' });
    expect((await one.read()).snapshots).toEqual([doubted, first]);
    vendor.numbers = whole;
    expect(await one.takeNow()).toMatchObject({ skipped: 0, gone: 0, status: 'kept' });
  });

  test('in two walks is one snapshot, and those after it need no second walk', async () => {
    const { vendor, clock, server } = await start();
    const one = await server();
    await one.takeNow();
    vendor.numbers = broken();
    await one.takeNow();
    clock.now += 10 * minute - 1;
    expect(await one.takeNow()).toMatchObject({ status: 'unconfirmed' });
    clock.now += 1;
    await one.pass();
    expect(one.kept.at(-1)).toMatchObject({ total: 40, skipped: 5, gone: 5, status: 'kept' });
    expect(await one.takeNow()).toMatchObject({ skipped: 5, gone: 0, status: 'kept' });
    expect((await one.read()).snapshots).toHaveLength(3);
  });

  test('is confirmed neither by other rows that cannot be read nor by more of them', async () => {
    const { vendor, clock, server } = await start();
    const one = await server();
    await one.takeNow();
    const others = (size: number) =>
      createAccount(size, (n) => (n % 10 === 1 || n === 45 ? { number: null } : {}));
    for (const numbers of [broken(), others(45), others(46)]) {
      vendor.numbers = numbers;
      expect(await one.takeNow()).toMatchObject({ status: 'unconfirmed' });
      clock.now += 10 * minute;
    }
    // Fewer than in the walk before, and each of its numbers is there.
    vendor.numbers = others(45);
    expect(await one.takeNow()).toMatchObject({ skipped: 5, status: 'kept' });
  });

  test('other rows each time cost ever fewer walks, which is logged, until one list is whole', async () => {
    const { vendor, clock, server } = await start();
    const one = await server();
    await one.takeNow();
    const whole = vendor.numbers;
    const waits: number[] = [];
    for (let walk = 0; walk < 7; walk += 1) {
      vendor.numbers = createAccount(45, (n) => (n === walk + 1 ? { number: null } : {}));
      await (walk === 0 ? one.takeNow() : one.pass());
      const { next, snapshots } = await one.read();
      expect(snapshots[0]?.status).toBe('unconfirmed');
      waits.push((Date.parse(next ?? '') - clock.now) / minute);
      clock.now = Date.parse(next ?? '');
    }
    expect(waits).toEqual([10, 10, 20, 40, 60, 60, 60]);
    const taken = one.lines.filter(({ msg }) => msg === 'snapshot').map(({ level }) => level);
    expect(taken).toEqual([30, 30, 30, 40, 40, 40, 40, 40]);
    vendor.numbers = whole;
    await one.pass();
    expect((await one.read()).snapshots).toMatchObject([{ status: 'kept' }, { status: 'kept' }]);
    vendor.numbers = broken();
    await one.takeNow();
    expect(Date.parse((await one.read()).next ?? '') - clock.now).toBe(10 * minute);
  });

  test('of which none can be read is never a snapshot', async () => {
    const { vendor, clock, server } = await start();
    const one = await server();
    await one.takeNow();
    vendor.numbers = createAccount(45, () => ({ number: null }));
    await one.takeNow();
    for (const _ of [1, 2, 3]) {
      clock.now = Date.parse((await one.read()).next ?? '');
      await one.pass();
      expect(one.kept.at(-1)).toMatchObject({ total: 0, skipped: 45, status: 'unconfirmed' });
    }
  });

  test('is the first snapshot where there is none to compare', async () => {
    const { vendor, server } = await start();
    vendor.numbers = broken();
    expect(await (await server()).takeNow()).toMatchObject({ total: 40, skipped: 5 });
  });
});

/** Leases of a process that is killed: nobody gives them back, or says that they are held. */
const neverGivenBack = (leases: Leases): Leases => ({
  ...leases,
  async take(name, ms) {
    const lease = await leases.take(name, ms);
    return lease && { ...lease, renew: async () => true, release: async () => {} };
  },
});

/** What two servers of the same folder do; `open` gives each its leases. */
function together(open: (path: string) => Promise<() => Leases>) {
  test('walk once for a run that is due', async () => {
    const { path, vendor, clock, server } = await start();
    const leasesOf = await open(path);
    const servers = [await server({ leases: leasesOf() }), await server({ leases: leasesOf() })];
    await Promise.all(servers.map(({ pass }) => pass()));
    clock.now += day;
    await Promise.all(servers.map(({ pass }) => pass()));
    const requests = vendor.requests();
    // A server that found the run due, and then had to wait for its turn, finds it taken.
    for (const { takeDue } of servers) await takeDue(account);
    expect(vendor.requests()).toBe(requests);
    expect(servers.flatMap(({ kept }) => kept)).toHaveLength(1);
    for (const one of servers) expect((await one.read()).snapshots).toHaveLength(1);
  });

  test('refuse a second snapshot while one is under way, and say so', async () => {
    const { path, vendor, server } = await start();
    const leasesOf = await open(path);
    const one = await server({ leases: leasesOf() });
    const other = await server({ leases: leasesOf() });
    const held: (() => void)[] = [];
    vendor.answer = (request, response) => {
      held.push(() => vendor.honest(request, response));
    };
    const taking = one.takeNow();
    await expect.poll(() => held).not.toEqual([]);
    await expect(other.takeNow()).rejects.toMatchObject({ code: 'snapshot_under_way' });
    expect(await other.read()).toMatchObject({ isTaking: true, failed: null });
    vendor.answer = vendor.honest;
    for (const go of held) go();
    await taking;
    expect(await other.read()).toMatchObject({ isTaking: false, snapshots: [{ total: 45 }] });
  });
}

describe('two servers that share a folder', () => {
  together(async (path) => () => createFolderLeases(leasesFolder(path), Date.now));

  test('do not wait for ever for one that died in a walk', async () => {
    const { path, clock, server } = await start();
    const one = await server();
    await one.pass();
    clock.now += day;
    const leases = createFolderLeases(leasesFolder(path), Date.now);
    const dying = await server({ leases: neverGivenBack(leases) });
    await dying.takeNow();
    await expect(one.takeNow()).rejects.toMatchObject({ code: 'snapshot_under_way' });
    clock.now += 15_000;
    expect(await one.takeNow()).toMatchObject({ status: 'kept' });
  });
});

describe.skipIf(!(await hasRedis()))('two servers that share a folder and a store', () => {
  together(async () => {
    const { connect, stop } = await startTestStore();
    closing.push(stop);
    const stores = [await connect(), await connect()];
    return () => createStoreLeases(stores.pop()!);
  });
});

test('what killed writers left beside the snapshots is removed after an hour', async () => {
  const { path, clock, server } = await start();
  const one = await server();
  await one.takeNow();
  const keeper = join(path, '.keeper');
  const before = readdirSync(keeper, { recursive: true }).sort();
  const left = ['runs', 'told', 'alarm'].map((what) =>
    join(keeper, `${account.accountSid}.${what}.json.${randomUUID()}`),
  );
  left.push(join(leasesFolder(path), `draft-${randomUUID()}`), join(path, newName()));
  for (const file of left) {
    writeFileSync(file, '{');
    utimesSync(file, clock.now / 1000, clock.now / 1000);
  }
  clock.now += 60 * minute;
  await one.takeNow();
  // A slow writer may still want its file.
  expect(left.every((file) => existsSync(file))).toBe(true);
  clock.now += 1;
  await one.takeNow();
  // A lease has a file with a number of its own.
  const numberless = (names: readonly unknown[]) =>
    names.map((name) => `${name}`.replace(/\d+$/, ''));
  const after = readdirSync(keeper, { recursive: true }).sort();
  expect(numberless(after)).toEqual(numberless(before));
  expect(left.some((file) => existsSync(file))).toBe(false);
});

describe('where nothing can be written', () => {
  test('the failure is said, and tried again ten minutes later, without a walk', async () => {
    const { path, vendor, clock, server } = await start();
    const one = await server();
    await one.takeNow();
    const requests = vendor.requests();
    rmSync(join(path, '.keeper'), { recursive: true });
    writeFileSync(join(path, '.keeper'), 'a file');
    clock.now += day;
    await one.pass();
    const expected = 'No snapshot was kept: .keeper cannot be written, as a file stands';
    await expect(one.takeNow()).rejects.toMatchObject({ code: 'history_broken' });
    const { failed, next } = await one.read();
    expect(failed?.problem).toMatchObject({ title: 'The history cannot be read or written' });
    expect(failed?.problem.detail).toContain(expected);
    const logged = one.lines.filter(({ msg }) => msg === 'no snapshot');
    expect(logged).toHaveLength(2);
    for (const line of logged) {
      expect(line).toMatchObject({ code: 'history_broken', detail: failed?.problem.detail });
    }
    expect(Date.parse(next ?? '')).toBe(clock.now + 20 * minute);
    expect(vendor.requests()).toBe(requests);
  });

  test('a walk that could not be kept is not walked at once again', async () => {
    const { path, vendor, clock, server } = await start();
    const one = await server({ leases: createMemoryLeases(Date.now) });
    await one.takeNow();
    const requests = vendor.requests();
    rmSync(join(path, '.keeper'), { recursive: true });
    writeFileSync(join(path, '.keeper'), 'a file');
    vi.spyOn(one.folder, 'account').mockReturnValue({
      ...one.history,
      begin: async () => ({ ...(await one.history.begin()), keep: () => Promise.reject(full) }),
    });
    clock.now += day;
    await one.pass();
    const walked = vendor.requests();
    expect(walked).toBe(2 * requests);
    await one.pass();
    expect(vendor.requests()).toBe(walked);
    expect(await one.read()).toMatchObject({
      snapshots: [{ total: 45 }],
      failed: { problem: { detail: 'The disk is full.' } },
    });
    const { detail } = one.lines.find(({ msg }) => msg === 'no snapshot') ?? {};
    expect(detail).toBe('The disk is full.');
  });
});

test('a server that stops in a walk keeps nothing, and notes no failure', async () => {
  const { vendor, server } = await start();
  const stopping = new AbortController();
  const one = await server({ stopping: stopping.signal });
  vendor.answer = (request, response) => {
    stopping.abort(new ProblemError('busy', 'Stopping.'));
    vendor.honest(request, response);
  };
  await expect(one.takeNow()).rejects.toMatchObject({ code: 'busy' });
  expect(await one.read()).toMatchObject({ snapshots: [], failed: null, isTaking: false });
});

test('what is noted beside the snapshots is for this user only, and has no token', async () => {
  const { path, vendor, server } = await start();
  const one = await server();
  await one.takeNow();
  vendor.answer = (_, response) => void response.writeHead(500).end('canary-sip-secret');
  await one.takeNow().catch(() => {});
  const folder = join(path, '.keeper');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => join(folder, name)).filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
    expect(readFileSync(file, 'utf8')).not.toMatch(/canary|a-test-token|44207946/);
  }
  for (const kept of [folder, leasesFolder(path)]) expect(statSync(kept).mode & 0o777).toBe(0o700);
});

test('no line of the log has a number, a token or an address', async () => {
  const { vendor, server } = await start();
  const one = await server();
  await one.takeNow();
  vendor.answer = (_, response) => void response.writeHead(500).end('a body');
  await one.takeNow().catch(() => {});
  const text = JSON.stringify(one.lines);
  expect(text).toContain('"msg":"snapshot"');
  expect(text).toContain('"msg":"no snapshot"');
  for (const secret of ['a-test-token', vendor.url, '44207946', 'num00000000']) {
    expect(text).not.toContain(secret);
  }
});
