import { expect, type Team } from './replicas.ts';
import type { Visitor } from './visitor.ts';

export const read = (visitor: Visitor) => visitor.ask('/api/numbers');

/** Asks each server in turn, which round robin does. */
export async function readAtEach(team: Team, visitor: Visitor): Promise<number[]> {
  const statuses: number[] = [];
  for (const _ of team.servers) statuses.push((await read(visitor)).status);
  return statuses;
}

/** Waits until every server reads for the session again. */
export async function expectGoodAgain(team: Team, visitor: Visitor) {
  const good = team.servers.map(() => 200);
  await expect.poll(() => readAtEach(team, visitor), { intervals: [50] }).toEqual(good);
}

/** Somebody who is signed in, and whom every server has seen. */
export async function enterSeen(team: Team): Promise<Visitor> {
  const visitor = team.visitor();
  await visitor.enter();
  await expectGoodAgain(team, visitor);
  return visitor;
}
