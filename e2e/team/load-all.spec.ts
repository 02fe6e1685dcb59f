import { setTimeout } from 'node:timers';
import type { InventoryEvent } from '../../src/contract/inventory.ts';
import { answerWell } from '../faults/raw-upstream.ts';
import { expect, test } from './replicas.ts';
import type { Visitor } from './visitor.ts';

/** How long the upstream takes for an answer, so that requests can meet there. */
const answerMs = 20;

async function loadAll(person: Visitor): Promise<string[]> {
  const sids: string[] = [];
  let last: InventoryEvent | undefined;
  for await (const line of person.lines('/api/inventory')) {
    last = JSON.parse(line) as InventoryEvent;
    if (last.event === 'numbers') sids.push(...last.numbers.map(({ number_sid }) => number_sid));
  }
  expect(last).toMatchObject({ event: 'done', total: sids.length });
  return sids.toSorted();
}

test('three people who load all 5,310 numbers through the balancer cost one walk, four requests at once', async ({
  startTeam,
}) => {
  const team = await startTeam({ size: 5310 });
  let inFlight = 0;
  let most = 0;
  team.upstream.set((exchange) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    setTimeout(() => {
      inFlight -= 1;
      answerWell(exchange);
    }, answerMs);
  });
  const people = [team.visitor(), team.visitor(), team.visitor()];
  for (const person of people) expect((await person.enter()).status).toBe(200);
  const all = [...team.upstream.account.sids()].toSorted();
  for (const sids of await Promise.all(people.map(loadAll))) expect(sids).toEqual(all);
  const requests = team.upstream.exchanges.length;
  test.info().annotations.push({ type: 'requests', description: String(requests) });
  expect(requests).toBeLessThanOrEqual(271);
  expect(most).toBeLessThanOrEqual(4);
});
