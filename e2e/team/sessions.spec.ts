import { expect, test } from './replicas.ts';

const statuses = (answers: readonly { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test('one session, round robin over three servers: none of thirty requests is refused', async ({
  startTeam,
}) => {
  const team = await startTeam();
  const ann = team.visitor();
  expect((await ann.enter()).status).toBe(200);
  const answers = [];
  for (let asked = 0; asked < 30; asked += 1) answers.push(await ann.ask('/api/numbers'));
  expect(statuses(answers)).toEqual({ 200: 30 });
  // Each server answered some of them.
  for (const server of team.servers) {
    expect(server.log().match(/"path":"\/api\/numbers"/g)).toHaveLength(10);
  }
  expect((await ann.ask('/api/session', { method: 'DELETE' })).status).toBe(204);
  const later = [await ann.ask('/api/numbers'), await ann.ask('/api/numbers')];
  later.push(await ann.ask('/api/numbers'));
  expect(statuses(later)).toEqual({ 401: 3 });
});

test('of forty wrong passwords through the balancer five are checked', async ({ startTeam }) => {
  const team = await startTeam();
  const guesser = team.visitor();
  const answers = [];
  for (let tries = 0; tries < 40; tries += 1) answers.push(await guesser.enter(`guess ${tries}`));
  // A guess that waited for its second is checked as well; on a slow machine the tries take some.
  const { 401: checked = 0, 429: refused = 0 } = statuses(answers);
  expect(checked + refused).toBe(40);
  const seconds = answers.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  expect(checked).toBeLessThanOrEqual(5 + Math.log2(1 + seconds));
  expect(statuses(answers.slice(0, 5))).toEqual({ 401: 5 });
  expect(answers[5]!.status).toBe(429);
});
