import { setMaxListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGate, type Gate, type Priority } from '../upstream/gate.ts';
import { createReplicas, type Replicas } from './replicas.ts';
import type { SharedStore } from './shared-store.ts';
import { createStoreGate } from './store-gate.ts';
import { hasRedis } from './test-redis.ts';
import { startTestStore } from './test-shared.ts';

const never = new AbortController().signal;
// Every waiting job listens.
setMaxListeners(0, never);
const concurrency = 4;
/** For what takes a lease, or the return of the store. */
const slow = { timeout: 10_000 };

/** Jobs that log their start, and end when the spec says so. */
function createJobs() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  let isOver = false;
  return {
    started,
    run(gate: Gate, name: string, priority: Priority = 'person', signal = never): Promise<string> {
      const job = () =>
        new Promise<string>((resolve) => {
          started.push(name);
          ends.set(name, () => resolve(name));
          if (isOver) resolve(name);
        });
      return gate.run(priority, signal, job);
    },
    end: (name: string) => ends.get(name)?.(),
    /** Ends all jobs, also those that start from now on. */
    endAll() {
      isOver = true;
      for (const end of ends.values()) end();
    },
  };
}

interface Opened {
  /** The same gate, as three replicas see it. */
  gates: readonly [Gate, Gate, Gate];
  /** Resolves when what the gates were told is known to all. */
  settle: () => Promise<void>;
}

/** What every gate must do. */
function conforms(open: (most: number) => Promise<Opened>) {
  test('no more than the limit run at once, and all run', async () => {
    const { gates } = await open(concurrency);
    let inFlight = 0;
    let most = 0;
    let done = 0;
    const job = async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      for (let turns = 0; turns < 20; turns += 1) await turn();
      inFlight -= 1;
      done += 1;
    };
    const priorities = ['person', 'walk', 'early'] as const;
    const each = gates.flatMap((gate) => priorities.map((priority) => ({ gate, priority })));
    const all = Array.from({ length: 10 }, () =>
      each.map(({ gate, priority }) => gate.run(priority, never, job)),
    );
    await Promise.all(all.flat());
    expect(done).toBe(90);
    expect(most).toBe(concurrency);
  });

  test('a job gives its result or its error, and its slot', async () => {
    const { gates } = await open(1);
    const [a, b] = gates;
    expect(await a.run('person', never, async () => 'fine')).toBe('fine');
    const failing = a.run('person', never, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(await b.run('person', never, async () => 'fine')).toBe('fine');
  });

  test('people go before walks, and walks before early chains, of all replicas', async () => {
    const { gates, settle } = await open(1);
    const [a, b, c] = gates;
    const { run, started, end, endAll } = createJobs();
    const all = [run(a, 'first')];
    await expect.poll(() => started).toEqual(['first']);
    all.push(run(b, 'early', 'early'), run(c, 'walk', 'walk'));
    await settle();
    all.push(run(b, 'person'));
    await settle();
    for (const name of ['first', 'person', 'walk']) {
      const count = started.length;
      expect(started.at(-1)).toBe(name);
      end(name);
      await expect.poll(() => started.length).toBe(count + 1);
    }
    expect(started.at(-1)).toBe('early');
    endAll();
    await Promise.all(all);
  });

  test('a waiting job leaves with its signal and never runs, and nobody waits for it', async () => {
    const { gates, settle } = await open(1);
    const [a, b] = gates;
    const { run, started, end, endAll } = createJobs();
    const first = run(a, 'first');
    await expect.poll(() => started).toEqual(['first']);
    const leaving = new AbortController();
    const person = run(b, 'person', 'person', leaving.signal);
    const walk = run(a, 'walk', 'walk');
    await settle();
    leaving.abort(new Error('gone'));
    await expect(person).rejects.toThrow('gone');
    end('first');
    await expect.poll(() => started).toEqual(['first', 'walk']);
    endAll();
    await Promise.all([first, walk]);
    await expect(run(b, 'late', 'person', leaving.signal)).rejects.toThrow('gone');
    expect(started).toEqual(['first', 'walk']);
  });

  test('a pause holds every replica, a shorter one does not end it, and it ends by itself', async () => {
    const { gates, settle } = await open(concurrency);
    const [a, b, c] = gates;
    const begun = performance.now();
    a.pause(300);
    c.pause(10);
    await settle();
    const job = async () => performance.now();
    const startedAt = await Promise.all(gates.map((gate) => gate.run('person', never, job)));
    for (const at of startedAt) expect(at - begun).toBeGreaterThanOrEqual(300);
    expect(b.pausedForMs()).toBe(0);
  });

  test('every replica knows of a pause, also before it asks', async () => {
    const { gates } = await open(concurrency);
    const [a, b] = gates;
    a.pause(60_000);
    expect(a.pausedForMs()).toBeGreaterThan(59_000);
    await expect.poll(() => b.pausedForMs()).toBeGreaterThan(50_000);
  });

  test('people go first after a pause', async () => {
    const { gates, settle } = await open(1);
    const [a, b, c] = gates;
    const { run, started, end, endAll } = createJobs();
    a.pause(150);
    await settle();
    const all = [run(b, 'walk', 'walk'), run(c, 'person')];
    await expect.poll(() => started).toEqual(['person']);
    end('person');
    await expect.poll(() => started).toEqual(['person', 'walk']);
    endAll();
    await Promise.all(all);
  });

  test('the limit is halved for all after an overload, and once for all jobs that ran then', async () => {
    const { gates, settle } = await open(16);
    const [a, b, c] = gates;
    a.slowDown(performance.now());
    await settle();
    // A job that began a second ago ran at the old limit.
    b.slowDown(performance.now() - 1000);
    await settle();
    await expect.poll(() => gates.map((gate) => gate.limit()).slice(0, 2)).toEqual([8, 8]);
    expect(await c.run('person', never, async () => c.limit())).toBe(8);
  });

  test('the limit creeps back by one for each round that went well, and never beyond', async () => {
    const { gates, settle } = await open(4);
    const [a] = gates;
    for (const limit of [2, 1, 1]) {
      a.slowDown(performance.now());
      await settle();
      expect(a.limit()).toBe(limit);
    }
    const limits: number[] = [];
    for (let successes = 0; successes < 12; successes += 1) {
      a.speedUp();
      await settle();
      limits.push(a.limit());
    }
    expect(limits).toEqual([2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4]);
  });
}

describe('a gate in memory', () => {
  conforms(async (most) => {
    const gate = createGate(most);
    return { gates: [gate, gate, gate], settle: turn };
  });
});

describe.skipIf(!(await hasRedis()))('a gate in the store', () => {
  let redis: Awaited<ReturnType<typeof startTestStore>>;
  let stores: SharedStore[];
  let replicas: Replicas[];
  let account = 0;

  beforeAll(async () => {
    // The rights of the page on several servers are enough.
    redis = await startTestStore('a user of few rights');
    stores = [await redis.connect(), await redis.connect(), await redis.connect()];
    replicas = stores.map((sharedStore) => createReplicas(sharedStore));
  });
  beforeEach(() => {
    account += 1;
  });
  const gates: Gate[] = [];
  afterAll(async () => {
    for (const one of [...gates, ...replicas]) one.close();
    await redis.stop();
  });

  /** A gate of its own for each test. */
  function gateOf(at: number, most = concurrency): Gate {
    const gate = createStoreGate({
      store: stores[at]!,
      replicas: replicas[at]!,
      account: String(account),
      concurrency: most,
    });
    gates.push(gate);
    return gate;
  }

  /** Each connection keeps the order, so a later answer says that the turns before are done. */
  async function settle() {
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await turn();
      for (const sharedStore of stores) await sharedStore.ask((one) => one.ping());
    }
  }

  conforms(async (most) => {
    const gates = [gateOf(0, most), gateOf(1, most), gateOf(2, most)] as const;
    await settle();
    return { gates, settle };
  });

  test('replicas that walk take turns', async () => {
    const [a, b] = [gateOf(0, 1), gateOf(1, 1)];
    const { run, started, end, endAll } = createJobs();
    const all = [run(a, 'first')];
    await expect.poll(() => started).toEqual(['first']);
    for (const name of ['a1', 'a2', 'a3', 'a4']) all.push(run(a, name, 'walk'));
    await settle();
    all.push(run(b, 'b1', 'walk'));
    await settle();
    for (let count = 1; count < 4; count += 1) {
      end(started.at(-1)!);
      await expect.poll(() => started.length).toBe(count + 1);
    }
    expect(started).toContain('b1');
    endAll();
    await Promise.all(all);
  });

  test('a replica that is gone gives its slots back', async () => {
    const gate = gateOf(0);
    const leaving = await redis.connect();
    const left = createStoreGate({
      store: leaving,
      replicas: replicas[1]!,
      account: String(account),
      concurrency,
    });
    const { run, started, endAll } = createJobs();
    for (const name of ['a', 'b', 'c', 'd']) void run(left, name);
    await expect.poll(() => started).toHaveLength(4);
    const next = run(gate, 'next');
    await settle();
    expect(started).toHaveLength(4);
    await leaving.close();
    await expect.poll(() => started, slow).toContain('next');
    endAll();
    await next;
  });

  test('a gate that was closed gives its slots back, also when it asked just then', async () => {
    const [left, gate] = [gateOf(0, 1), gateOf(1, 1)];
    const { run, started, endAll } = createJobs();
    void run(left, 'left');
    await expect.poll(() => started).toEqual(['left']);
    const next = run(gate, 'next');
    left.speedUp();
    left.pause(0);
    left.close();
    await expect.poll(() => started, slow).toContain('next');
    endAll();
    await next;
  });

  test('slots are kept while their jobs run, however long', async () => {
    const [a, b] = [gateOf(0, 1), gateOf(1, 1)];
    const { run, started, endAll } = createJobs();
    const long = run(a, 'long');
    await expect.poll(() => started).toEqual(['long']);
    const next = run(b, 'next');
    // Longer than a lease.
    const begun = performance.now();
    await expect.poll(() => performance.now() - begun, slow).toBeGreaterThan(2500);
    expect(started).toEqual(['long']);
    endAll();
    await Promise.all([long, next]);
    expect(started).toEqual(['long', 'next']);
  });

  test('walks of several replicas request no more pages ahead than their part', async () => {
    const [a, b] = [gateOf(0), gateOf(1)];
    const { run, started, end, endAll } = createJobs();
    const walkOf = (gate: Gate, name: string) =>
      ['1', '2', '3', '4'].map((number) => run(gate, name + number, 'walk'));
    const all = walkOf(a, 'a');
    await expect.poll(() => started).toHaveLength(4);
    expect(a.walkRoom()).toBe(4);
    all.push(...walkOf(b, 'b'));
    await expect.poll(() => b.walkRoom()).toBe(2);
    end('a1');
    await expect.poll(() => a.walkRoom()).toBe(2);
    // A walk that has few pages left to request leaves the rest to the other.
    for (const name of ['b1', 'b2', 'b3', 'a2', 'a3', 'a4']) {
      await expect.poll(() => started).toContain(name);
      end(name);
    }
    await settle();
    void run(a, 'a5', 'walk');
    await expect.poll(() => a.walkRoom()).toBe(3);
    endAll();
    await Promise.all(all);
    await settle();
    await a.run('walk', never, async () => {});
    await expect.poll(() => a.walkRoom()).toBe(4);
  });

  describe('without the store', () => {
    test('each replica runs its part of the limit, and all is shared again on the return', async () => {
      await expect.poll(() => replicas.map((one) => one.count()), slow).toEqual([3, 3, 3]);
      const gates = [gateOf(0, 7), gateOf(1, 7), gateOf(2, 7)];
      await settle();
      redis.redis.freeze();
      const { run, started, endAll } = createJobs();
      const names = ['a', 'b', 'c'].map((name) => [1, 2, 3, 4, 5].map((one) => name + one));
      const all = gates.flatMap((gate, at) => names[at]!.map((name) => run(gate, name)));
      const parts = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'];
      await expect.poll(() => started.toSorted(), slow).toEqual(parts);
      redis.redis.thaw();
      await expect.poll(() => started, slow).toHaveLength(7);
      await settle();
      expect(started).toHaveLength(7);
      endAll();
      await Promise.all(all);
    });

    test('known pauses hold, and a replica that comes later learns of them', async () => {
      const [a, b] = [gateOf(0), gateOf(1)];
      await settle();
      a.pause(60_000);
      await expect.poll(() => b.pausedForMs()).toBeGreaterThan(50_000);
      await redis.redis.restart();
      const { run, started } = createJobs();
      for (const gate of [a, b]) void run(gate, 'early').catch(() => {});
      await expect.poll(() => stores.every((one) => one.isUp()), slow).toBe(true);
      await settle();
      const late = createStoreGate({
        store: await redis.connect(),
        replicas: replicas[2]!,
        account: String(account),
        concurrency,
      });
      void run(late, 'late').catch(() => {});
      await expect.poll(() => late.pausedForMs(), slow).toBeGreaterThan(50_000);
      await settle();
      expect(started).toEqual([]);
    });

    test('a pause that begins meanwhile holds, and others learn of it', async () => {
      const [a, b] = [gateOf(0), gateOf(1)];
      await settle();
      redis.redis.freeze();
      a.pause(60_000);
      await expect.poll(() => stores[0]!.isUp(), slow).toBe(false);
      expect(a.pausedForMs()).toBeGreaterThan(50_000);
      redis.redis.thaw();
      await expect.poll(() => b.pausedForMs(), slow).toBeGreaterThan(50_000);
    });
  });
});
