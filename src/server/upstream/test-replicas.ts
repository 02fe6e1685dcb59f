import { pino } from 'pino';
import type { InventoryQuery } from '#contract/query.ts';
import { createAccount } from '#sandbox/stand-in/account.ts';
import { sendJson, startStandIn } from '#sandbox/stand-in/start-stand-in.ts';
import type { SharedStore } from '../shared/shared-store.ts';
import { createStoreWalks } from '../shared/store-walks.ts';
import { startTestStore } from '../shared/test-shared.ts';
import { createUpstream } from './client.ts';
import type { Asking, Upstream } from './upstream.ts';
import type { Walk, WalkEvent } from './walk.ts';

const pageSize = 5;
const never = new AbortController().signal;

interface Replica {
  client: Upstream;
  sharedStore: SharedStore;
  walk(changes?: Partial<InventoryQuery>, signal?: Asking['signal']): Walk;
}

/**
 * For specs: replicas in one process, with one real store, before a vendor's list whose answers a
 * test may hold back.
 */
export async function startReplicas(size = 200) {
  const account = createAccount(size, (at) => ({
    account_sid: 'acc-test',
    voice: at % 3 > 0,
    messaging: at % 7 > 2,
  }));
  let isHeld = (_: number) => false;
  let held: (() => unknown)[] = [];
  let refusesToken = false;
  const upstream = await startStandIn((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://upstream');
    const answer = () =>
      refusesToken
        ? response.writeHead(401).end()
        : sendJson(response, account.page(searchParams, pathname, pageSize));
    if (isHeld(upstream.requests.length)) held.push(answer);
    else answer();
  });
  const shared = await startTestStore();
  const clients: { close(): Promise<void> }[] = [];
  const stores: SharedStore[] = [];
  const lines: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(line) });

  async function changeWalks(lua: string) {
    const sharedStore = stores[0] ?? (await shared.connect());
    const script = `
      for _, key in ipairs(redis.call('KEYS', '*')) do
        if redis.call('TYPE', key).ok == 'hash' then ${lua} end
      end`;
    await sharedStore.ask((redis) => redis.eval(script, 0));
  }

  return {
    redis: shared.redis,
    requests: upstream.requests,
    log: () => lines.map((line): Record<string, unknown> => JSON.parse(line)),
    sids: () => [...account.sids()].toSorted(),
    /** Holds back all answers after so many requests. */
    holdAfter(count: number) {
      isHeld = (asked) => asked > count;
    },
    /** Answers what is held back, and from now on at once. */
    go() {
      isHeld = () => false;
      for (const answer of held) answer();
      held = [];
    },
    /** Answers the first ones that are held back. */
    answer(count: number) {
      for (const answer of held.splice(0, count)) answer();
    },
    held: () => held.length,
    /** Changes what the store holds of all walks, as if so much time had passed. */
    makeOlder: (ms: number) =>
      changeWalks(`
        for _, field in ipairs({ 'began', 'lease' }) do
          redis.call('HINCRBY', key, field, ${-ms})
        end`),
    /** Gives the right to write all walks to another process. */
    expireLeases: () =>
      changeWalks(`
        redis.call('HINCRBY', key, 'fence', 1)
        redis.call('HSET', key, 'lease', 0)`),
    /** From now on the upstream refuses the token. */
    refuse() {
      refusesToken = true;
    },
    async replica(name = 'acc-test'): Promise<Replica> {
      const sharedStore = await shared.connect();
      stores.push(sharedStore);
      const client = createUpstream({
        accountSid: 'acc-test',
        authToken: 'a-test-token',
        baseUrl: new URL(upstream.url),
        concurrency: 4,
        timeoutMs: 20_000,
        deadlineMs: 20_000,
        walks: { share: createStoreWalks(sharedStore, name), log },
      });
      clients.push(client);
      return {
        client,
        sharedStore,
        walk(changes = {}, signal = never) {
          const query = { selection: {}, after: null, checkpoint: null, fresh: false, ...changes };
          return client.walk(query, {
            signal,
            log: log.child({ requestId: 'one', person: 'Ann' }),
          });
        },
      };
    },
    async close() {
      for (const client of clients.reverse()) await client.close();
      await shared.stop();
      await upstream.close();
    },
  };
}

export type Replicas = Awaited<ReturnType<typeof startReplicas>>;

/** For specs: a reader that has taken what came so far, and takes more when told. */
export function read(walk: Walk) {
  const events: WalkEvent[] = [];
  const ids = () =>
    events.flatMap((event) =>
      event.event === 'numbers' || event.event === 'progress' ? [event.id ?? null] : [],
    );
  return {
    events,
    sids: () =>
      events
        .flatMap((event) => (event.event === 'numbers' ? event.numbers : []))
        .map(({ number_sid }) => number_sid),
    lastId: () => ids().at(-1) ?? null,
    last: () => events.at(-1),
    /** Reads until there are so many rows, or to the end. */
    async rows(count = Number.POSITIVE_INFINITY) {
      let rows = 0;
      while (rows < count) {
        const { value, done } = await walk.next();
        if (done) break;
        events.push(value);
        if (value.event === 'numbers') rows += value.numbers.length;
      }
      return events;
    },
    leave: () => walk.return(),
  };
}
