import { startTestSentinels, type TestSentinels } from '../../src/server/shared/test-sentinels.ts';
import { unhurried } from '../faults/dashboard.ts';
import { openWalking } from '../held-walk.ts';
import { signIn } from '../security/fixtures.ts';
import { statusLine } from '../table.ts';
import { startLoad } from './load.ts';
import { expect, test } from './replicas.ts';
import { enterSeen } from './seen.ts';

// Requests fail before sign-in, and while the store is away.
test.use({ requestsFail: true });

const size = 300;

const losses: [name: string, lose: (sentinels: TestSentinels) => unknown][] = [
  ['is killed', ({ master }) => master.kill()],
  ['hangs', ({ master }) => master.freeze()],
];
for (const [name, lose] of losses) {
  test(`the master ${name} while a page and scripts load the whole list: each ends whole, and none before`, async ({
    page,
    startTeam,
  }) => {
    const sentinels = await startTestSentinels();
    const team = await startTeam({
      env: unhurried,
      size,
      sharedUrl: () => Promise.resolve(sentinels.url),
    });
    await page.goto(team.url);
    await signIn(page);
    const [server] = team.servers;
    const { upstream } = team;
    const walk = await openWalking(page, { server: { ...server!, url: team.url }, upstream });
    // One more than there are servers, so that one of them has two readers.
    const ann = await enterSeen(team);
    const loads = [1, 2, 3, 4].map(() => startLoad(ann));
    for (const { sids } of loads) await expect.poll(() => sids.size).toBe(160);

    await sentinels.synced();
    await lose(sentinels);
    // Some rows come while the store is away, and the last ones once it is back.
    walk.holdAt(220);
    for (const { log } of team.servers) {
      await expect.poll(log).toContain('shared store lost');
      await expect.poll(log).toContain('shared store is back');
    }
    expect(loads.map(({ isWhole }) => isWhole())).toEqual(loads.map(() => false));
    await expect(statusLine(page)).not.toContainText('All ');
    walk.release();

    const wanted = [...upstream.account.sids()].toSorted();
    for (const { whole, sids } of loads) {
      await whole;
      expect([...sids].toSorted()).toEqual(wanted);
    }
    await expect(statusLine(page)).toContainText(`All ${size} loaded,`);
    const description = loads.map(({ breaks }) => breaks()).join(', ');
    test.info().annotations.push({ type: 'breaks of each script', description });
    await sentinels.stop();
  });
}
