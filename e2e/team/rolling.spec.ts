import { setTimeout } from 'node:timers/promises';
import { expect, kill, stop, type Team, test } from './replicas.ts';
import type { Visitor } from './visitor.ts';

/** How long the team works at least; ROLLING_SECONDS=60 for a longer look. */
const seconds = Number(process.env.ROLLING_SECONDS ?? 15);
const people = 20;
/** How long a person looks at a page before the next one. */
const lookMs = 200;

test.setTimeout((seconds + 240) * 1000);

/** Reads one page after the other until it is time to stop. @returns how often each answer came. */
async function readOn(visitor: Visitor, isOver: () => boolean): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  while (!isOver()) {
    const key = await visitor.ask('/api/numbers').then(
      ({ status }) => String(status),
      (error: unknown) => String(error),
    );
    counts[key] = (counts[key] ?? 0) + 1;
    await setTimeout(lookMs);
  }
  return counts;
}

/** Restarts all servers in turn, then loses each, again and again for some time. */
async function restartInTurn({ servers, startAt }: Team): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let ended = 0;
  for (;;) {
    for (const endServer of [stop, kill]) {
      for (const place of servers.keys()) {
        await endServer(servers[place]);
        await startAt(place);
        ended += 1;
        if (performance.now() > end && ended > servers.length) return ended;
      }
    }
  }
}

test('a rolling restart, and servers that are lost, under twenty people: no request fails, and nobody is signed out', async ({
  startTeam,
}) => {
  const team = await startTeam();
  const visitors = Array.from({ length: people }, () => team.visitor());
  const [first, ...others] = visitors;
  await first!.enter();
  // One check of a password takes a tenth of a second, so all share a session.
  for (const other of others) other.cookie = first!.cookie;

  let isOver = false;
  const reading = visitors.map((visitor) => readOn(visitor, () => isOver));
  const ended = await restartInTurn(team);
  isOver = true;
  const counted = await Promise.all(reading);
  const requests = counted.reduce((sum, counts) => sum + (counts['200'] ?? 0), 0);
  test.info().annotations.push({
    type: 'under load',
    description: `${requests} requests, ${ended} servers ended`,
  });
  for (const counts of counted) expect(Object.keys(counts)).toEqual(['200']);
  expect((await first!.ask('/api/session')).status).toBe(200);
});
