import { writeFileSync } from 'node:fs';
import { answerMs } from '../../src/server/shared/store-address.ts';
import { startTestSentinels, type TestSentinels } from '../../src/server/shared/test-sentinels.ts';
import { ask } from '../api.ts';
import { readmeBlock } from '../surroundings/readme-block.ts';
import { startRelay } from './relay.ts';
import { expect, type Team, test } from './replicas.ts';
import { enterSeen, expectGoodAgain, read, readAtEach } from './seen.ts';
import type { Answer, Visitor } from './visitor.ts';

const withoutGrace = { SHARED_GRACE_S: '0' };

/** Expects a refusal for want of the store, which signs nobody out. */
function expectAway({ status, headers, body }: Answer) {
  expect(body).toMatchObject({ code: 'store_unavailable', retryable: true });
  expect(status).toBe(503);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expectNoCookie(headers);
}

function expectNoCookie(headers: Headers) {
  expect(headers.getSetCookie()).toEqual([]);
  expect(headers.get('clear-site-data')).toBeNull();
}

const leave = (visitor: Visitor) => visitor.ask('/api/session', { method: 'DELETE' });

test('the store is killed: who was seen reads on, nothing else is done, and the servers stay in service', async ({
  startTeam,
}) => {
  const team = await startTeam({ replicas: 2 });
  const ann = await enterSeen(team);
  const bob = team.visitor();
  await team.redis.kill();
  expect(await readAtEach(team, ann)).toEqual([200, 200]);
  for (const answer of [await bob.enter(), await bob.enter('wrong'), await leave(ann)]) {
    expectAway(answer);
  }
  for (const _ of team.servers) expect((await bob.ask('/readyz')).status).toBe(200);
  expect(await readAtEach(team, ann)).toEqual([200, 200]);
});

test('the store is killed and comes back empty: sign in again, and nothing else is lost', async ({
  startTeam,
}) => {
  const team = await startTeam({ replicas: 2, env: withoutGrace });
  const ann = await enterSeen(team);
  const { next } = (await read(ann)).body as { next: string };
  await team.redis.kill();
  for (const _ of team.servers) expectAway(await read(ann));
  await team.redis.restart();
  await expect.poll(() => readAtEach(team, ann)).toEqual([401, 401]);
  expect((await ann.enter()).status).toBe(200);
  // A cursor from before still goes on, at each server.
  for (const _ of team.servers) {
    expect((await ann.ask(`/api/numbers?cursor=${next}`)).status).toBe(200);
  }
});

test('the store is flushed: sign in again, and nothing else is lost', async ({ startTeam }) => {
  const team = await startTeam({ replicas: 2 });
  const ann = await enterSeen(team);
  await team.redis.flush();
  const refused = await read(ann);
  expect(refused.status).toBe(401);
  expectNoCookie(refused.headers);
  expect((await ann.enter()).status).toBe(200);
  await expectGoodAgain(team, ann);
});

test('nginx asks so few servers of a hung store that the answer comes within a second', () => {
  const block = readmeBlock('nginx', 'proxy_next_upstream_tries');
  const tries = Number(/proxy_next_upstream_tries (\d+);/.exec(block)?.[1]);
  // One more server, where the first has just ended; each may take its whole limit.
  expect(tries).toBeGreaterThan(1);
  // The rest of a second is left for the network and a busy machine.
  expect(tries * answerMs).toBeLessThanOrEqual(800);
});

test('the store hangs: every answer comes while it hangs, and the session is there after it', async ({
  startTeam,
}) => {
  const team = await startTeam({ env: withoutGrace });
  const ann = await enterSeen(team);
  const bob = team.visitor();
  const waits: number[] = [];
  for (const _ of [1, 2, 3]) {
    team.redis.freeze();
    const answers = [read(ann), read(ann), bob.enter(), bob.ask('/readyz'), leave(ann)];
    const [first, second, entered, ready, left] = await Promise.all(answers);
    for (const answer of [first, second, entered, left]) expectAway(answer!);
    expect(ready!.status).toBe(200);
    // How much later than an answer that needs no store, on the same busy machine.
    waits.push(Math.max(first!.ms, second!.ms, entered!.ms, left!.ms) - ready!.ms);
    team.redis.thaw();
    await expectGoodAgain(team, ann);
  }
  expect(Math.min(...waits)).toBeLessThan(1000);
});

test('the store is cut off and back: the session is there, on every server', async ({
  startTeam,
}) => {
  let relay: Awaited<ReturnType<typeof startRelay>> | undefined;
  const team = await startTeam({
    replicas: 2,
    env: withoutGrace,
    sharedUrl: async ({ port }) => {
      relay = await startRelay(port);
      return `redis://127.0.0.1:${relay.port}`;
    },
  });
  const ann = await enterSeen(team);
  relay!.cut();
  for (const answer of [await read(ann), await read(ann), await leave(ann)]) expectAway(answer);
  relay!.mend();
  await expectGoodAgain(team, ann);
  relay!.close();
});

const losses: [name: string, lose: (sentinels: TestSentinels) => unknown][] = [
  ['is killed', ({ master }) => master.kill()],
  ['hangs', ({ master }) => master.freeze()],
];
for (const [name, lose] of losses) {
  test(`the master ${name}: no cookie is touched, and all goes on at the replica`, async ({
    startTeam,
  }) => {
    const sentinels = await startTestSentinels();
    const sharedUrl = () => Promise.resolve(sentinels.url);
    const team = await startTeam({ replicas: 2, env: withoutGrace, sharedUrl });
    const ann = await enterSeen(team);
    await sentinels.synced();
    await lose(sentinels);
    const started = performance.now();
    for (const answer of [await read(ann), await read(ann), await leave(ann)]) expectAway(answer);
    await expectGoodAgain(team, ann);
    test.info().annotations.push({
      type: 'good again after',
      description: `${Math.round(performance.now() - started)} ms`,
    });
    expect((await leave(ann)).status).toBe(204);
    expect((await read(ann)).status).toBe(401);
    await sentinels.stop();
  });
}

test('a new password ends all sessions on every server, also where the store was away meanwhile; no other secret waits', async ({
  startTeam,
}, testInfo) => {
  const file = testInfo.outputPath('password');
  const tokenFile = testInfo.outputPath('metrics-token');
  writeFileSync(file, 'correct horse\n');
  writeFileSync(tokenFile, 'first-metrics-token\n');
  const team = await startTeam({
    replicas: 2,
    env: { DASHBOARD_PASSWORD: '', DASHBOARD_PASSWORD_FILE: file, METRICS_TOKEN_FILE: tokenFile },
  });
  const change = (password: string, of: Team['servers']) => {
    writeFileSync(file, `${password}\n`);
    for (const { process: child } of of) child.kill('SIGHUP');
  };
  const ann = await enterSeen(team);
  change('another horse', team.servers);
  await expect.poll(() => readAtEach(team, ann)).toEqual([401, 401]);
  await expect.poll(async () => (await ann.enter('another horse')).status).toBe(200);
  await expectGoodAgain(team, ann);

  // The server that has the new password no longer reads for the session, although the store hangs.
  team.redis.freeze();
  const [first] = team.servers;
  writeFileSync(tokenFile, 'second-metrics-token\n');
  change('a third horse', [first!]);
  await expect.poll(() => first!.log()).toContain('secrets not all changed, trying again');
  expect(first!.log()).toContain('"changed":["METRICS_TOKEN"],"msg":"secrets read again"');
  const authorization = { authorization: 'Bearer second-metrics-token' };
  expect((await ask(`${first!.url}/metrics`, { headers: authorization })).status).toBe(200);
  const atFirst = team.visitor(0);
  // The name of the cookie on loopback.
  atFirst.cookie = ann.cookie.replace('__Host-', '');
  expectAway(await read(atFirst));
  team.redis.thaw();
  await expect.poll(() => readAtEach(team, ann)).toEqual([401, 401]);
});

test('a server that starts without the store waits for it, and says so', async ({
  startTeam,
  serve,
}) => {
  const team = await startTeam({ replicas: 1 });
  await team.redis.kill();
  const server = await serve({ SHARED_URL: team.redis.url, DASHBOARD_PASSWORD: 'correct horse' });
  const ready = async () => {
    const response = await fetch(`${server.url}/readyz`);
    return [response.status, await response.text()];
  };
  expect(await ready()).toEqual([503, 'waiting for the shared store']);
  await team.redis.restart();
  await expect.poll(ready).toEqual([200, 'ok']);
});
