import { setTimeout } from 'node:timers/promises';
import type { InventoryEvent } from '#contract/inventory.ts';
import { type Answer, answerWell } from '../faults/raw-upstream.ts';
import { expect, kill, stop, type Team, test } from './replicas.ts';
import { RefusedStream, type Visitor } from './visitor.ts';

/** How long the team works at least; ROLLING_SECONDS=60 for a longer look. */
const seconds = Number(process.env.ROLLING_SECONDS ?? 15);
const people = 20;
/** How long a person looks at a page before the next one. */
const lookMs = 200;

test.setTimeout((seconds + 240) * 1000);

/** A person who reads one page after the other. */
interface Reading {
  /** How many answers have come. */
  answers: number;
}

/** Reads pages until it is time to stop. @returns how often each answer came. */
async function readOn(
  visitor: Visitor,
  reading: Reading,
  isOver: () => boolean,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  while (!isOver()) {
    const key = await visitor.ask('/api/numbers').then(
      // The text of a refusal says whose it was.
      ({ status, body }) => (status === 200 ? '200' : `${status} ${JSON.stringify(body)}`),
      (error: unknown) => String(error),
    );
    counts[key] = (counts[key] ?? 0) + 1;
    reading.answers += 1;
    await setTimeout(lookMs);
  }
  return counts;
}

/** Tries to go on with a stream from one place; each try may meet a server that has just ended. */
const mostTries = 30;

/**
 * Reads the whole list in one stream, and goes on behind the last event when the stream breaks or is
 * ended by a stopping server.
 * @returns the SIDs, in the order in which they came, and how often the stream went on.
 */
async function readWholeList(visitor: Visitor): Promise<{ sids: string[]; breaks: number }> {
  const sids: string[] = [];
  let after: string | null = null;
  let lastBreak: unknown;
  let [breaks, tries] = [0, 0];
  for (; tries < mostTries; tries += 1) {
    try {
      const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`;
      for await (const line of visitor.lines(`/api/inventory${query}`)) {
        const event: InventoryEvent = JSON.parse(line);
        if (event.event === 'done') return { sids, breaks };
        if (event.event === 'failed') throw new Error(event.problem.detail);
        if (event.event === 'numbers') sids.push(...event.numbers.map((row) => row.number_sid));
        if (event.id === undefined) continue;
        after = event.id;
        tries = 0;
      }
      lastBreak = 'an end without a last line';
    } catch (error) {
      if (error instanceof RefusedStream) throw error;
      lastBreak = error;
    }
    breaks += 1;
    // A walk that began without the store has no ids. It is read again from its beginning.
    if (after === null) sids.length = 0;
    await setTimeout(100);
  }
  throw new Error(`The stream did not go on behind ${after}.`, { cause: lastBreak });
}

/** Reads the whole list again and again. @returns how often, and how often a stream went on. */
async function streamOn(visitor: Visitor, wanted: readonly string[], isOver: () => boolean) {
  let [lists, breaks] = [0, 0];
  while (!isOver()) {
    const read = await readWholeList(visitor);
    expect(read.sids.toSorted()).toEqual(wanted);
    lists += 1;
    breaks += read.breaks;
  }
  return { lists, breaks };
}

/** Waits until each person has the answer to the request that is under way now. */
async function answersToAll(readings: readonly Reading[]): Promise<void> {
  const before = readings.map(({ answers }) => answers);
  while (readings.some(({ answers }, at) => answers === before[at])) await setTimeout(20);
}

/**
 * Restarts all servers in turn, then loses each, again and again for some time. No request meets two
 * of these ends: nginx asks two servers at most.
 */
async function restartInTurn(
  { servers, startAt }: Team,
  readings: readonly Reading[],
): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let ended = 0;
  for (;;) {
    for (const endServer of [stop, kill]) {
      for (const place of servers.keys()) {
        await endServer(servers[place]);
        await startAt(place);
        await answersToAll(readings);
        ended += 1;
        if (performance.now() > end && ended > servers.length) return ended;
      }
    }
  }
}

test('a rolling restart, and servers that are lost, under twenty people and three streams: no request fails, and nobody is signed out', async ({
  startTeam,
}) => {
  const team = await startTeam({ size: 1000 });
  // A whole list takes some seconds, so that servers end while streams run.
  const slowly: Answer = (exchange) => void setTimeout(50).then(() => answerWell(exchange));
  team.upstream.set(slowly);
  const visitors = Array.from({ length: people }, () => team.visitor());
  const [first, ...others] = visitors;
  await first!.enter();
  // One check of a password takes a tenth of a second, so all share a session.
  for (const other of others) other.cookie = first!.cookie;

  let isOver = false;
  const readings = visitors.map((): Reading => ({ answers: 0 }));
  const reading = visitors.map((visitor, at) => readOn(visitor, readings[at]!, () => isOver));
  const wanted = [...team.upstream.account.sids()].toSorted();
  const streaming = visitors.slice(0, 3).map((one) => streamOn(one, wanted, () => isOver));
  const restarting = restartInTurn(team, readings).finally(() => {
    isOver = true;
  });
  const [ended, counted, streams] = await Promise.all([
    restarting,
    Promise.all(reading),
    Promise.all(streaming),
  ]);
  const requests = counted.reduce((sum, counts) => sum + (counts['200'] ?? 0), 0);
  test.info().annotations.push({
    type: 'under load',
    description: `${requests} requests, ${ended} servers ended, streams ${JSON.stringify(streams)}`,
  });
  for (const counts of counted) expect(Object.keys(counts)).toEqual(['200']);
  expect((await first!.ask('/api/session')).status).toBe(200);
});

test('a request that has waited long at a server that is lost is answered by the next one', async ({
  startTeam,
}) => {
  const team = await startTeam();
  const person = team.visitor();
  await person.enter();
  const held: Parameters<Answer>[0][] = [];
  team.upstream.set((exchange) => void held.push(exchange));
  const filters = ['voice=true', 'voice=false', 'messaging=true', 'messaging=false'];
  const answers = filters.map((filter) => person.ask(`/api/numbers?${filter}`));
  await expect.poll(() => held.length).toBe(filters.length);
  // Longer than a balancer might give all its tries together.
  await setTimeout(1500);
  team.upstream.set(answerWell);
  await kill(team.servers[0]);
  for (const exchange of held) answerWell(exchange);
  for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
});
