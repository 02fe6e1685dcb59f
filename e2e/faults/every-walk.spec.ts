import { answerFaults } from './answer-faults.ts';
import { connectionFaults } from './connection-faults.ts';
import { expect, test } from './dashboard.ts';
import type { Fault } from './fault.ts';
import { listFaults } from './list-faults.ts';
import type { Exchange } from './raw-upstream.ts';
import { checkpointOf, openWalk, readWalk } from './walk.ts';

const faults = [...connectionFaults, ...answerFaults, ...listFaults];

const isInside = ({ query }: Exchange) => query.has('next');

/** Four invalid rows a page, on the two later pages of each of two chains. */
const brokenRows = 16;
const skips = ({ name }: Fault) => (name === 'F24 rows that cannot be read' ? brokenRows : 0);

for (const fault of faults) {
  test(`${fault.name}: in the middle of a walk`, async ({ startDashboard }) => {
    const { answer, scope, filters = {} } = fault;
    const dashboard = await startDashboard(fault.limits);
    const { upstream } = dashboard;
    const due = upstream.account
      .matching(new URLSearchParams(filters))
      .map(({ number_sid }) => number_sid);

    const held: Exchange[] = [];
    if (answer === 'refuse')
      upstream.set((exchange) => void held.push(exchange), { where: isInside });
    else upstream.set(answer, { ...scope, where: isInside });
    const response = await openWalk(dashboard, filters);
    expect(response.status).toBe(200);
    if (answer === 'refuse') {
      await expect.poll(() => held.length).toBeGreaterThan(0);
      await upstream.refuse();
    }
    const { end, sids } = await readWalk(response);

    const outcome = fault.walked ?? fault.outcomeOnCursor ?? fault.outcome;
    expect(new Set(sids).size).toBe(sids.length);
    expect(due).toEqual(expect.arrayContaining(sids));
    if (outcome === 'fine') {
      const skipped = skips(fault);
      const requests = upstream.exchanges.length;
      expect(end).toMatchObject({ event: 'done', total: sids.length, requests, skipped });
      expect(sids.length + skipped).toBe(due.length);
    } else {
      expect(end).toMatchObject({
        event: 'failed',
        problem: { code: outcome, requestId: expect.any(String) },
        loaded: sids.length,
      });
      expect(sids.length).toBeGreaterThan(0);
      expect(sids.length).toBeLessThan(due.length);
    }
    await dashboard.expectUnharmed();
    if (end?.event !== 'failed' || fault.heals === false) return;

    await test.step('once it is over, the rest, and no part twice', async () => {
      await upstream.heal();
      const before = upstream.exchanges.length;
      const rest = await readWalk(await openWalk(dashboard, { ...filters, ...checkpointOf(end) }));
      expect(rest.end).toMatchObject({ event: 'done', skipped: 0 });
      expect([...new Set([...sids, ...rest.sids])].toSorted()).toEqual(due.toSorted());
      const asked = new Set(upstream.exchanges.slice(before).map(({ target }) => target));
      expect(asked.size).toBe(upstream.exchanges.length - before);
    });
  });
}
