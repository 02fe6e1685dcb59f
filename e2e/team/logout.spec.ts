import { mergeTests } from '@playwright/test';
import { Redis } from 'ioredis';
import { unhurried } from '../faults/dashboard.ts';
import { holdWalk } from '../held-walk.ts';
import { signInDialog } from '../security/fixtures.ts';
import { expect, signInAs, signOutAtProvider, test as withCompany } from './company.ts';
import { startReading } from './reading.ts';
import { test as withTeam } from './replicas.ts';

const test = mergeTests(withTeam, withCompany);

// Requests fail before sign-in.
test.use({ requestsFail: true });

/** How long one message takes through the store, in milliseconds. */
async function messageMs(port: number): Promise<number> {
  const [hearer, sayer] = [new Redis(port, '127.0.0.1'), new Redis(port, '127.0.0.1')];
  await hearer.subscribe('a-message-of-the-test');
  const heard = new Promise((resolve) => hearer.once('message', resolve));
  const started = performance.now();
  await sayer.publish('a-message-of-the-test', '');
  await heard;
  const ms = performance.now() - started;
  for (const one of [hearer, sayer]) one.disconnect();
  return ms;
}

test('a logout at the provider counts at every server from its answer on, and cuts the streams at all of them', async ({
  page,
  context,
  companyOf,
  startTeam,
}) => {
  let issuer = '';
  const team = await startTeam({
    size: 300,
    async env(proxy) {
      const company = await companyOf(proxy);
      issuer = company.issuer;
      return { ...company.env, ...unhurried };
    },
  });
  await page.goto(`${team.url}/sign-in`);
  await signInAs(page, 'cem');
  await page.waitForURL(`${team.url}/`);
  const [cookie] = (await context.cookies()).filter(({ name }) => name === '__Host-sid');
  // The name of the cookie on loopback.
  const headers = { cookie: `sid=${cookie!.value}` };
  const people = team.servers.map((_, at) => Object.assign(team.visitor(at), headers));

  const walk = holdWalk(team.upstream);
  walk.holdAt(120);
  const readings = team.servers.map(({ url }) => startReading(url, {}, headers));
  for (const { sids } of readings) await expect.poll(() => sids().length).toBe(120);
  for (const person of people) expect((await person.ask('/api/session')).status).toBe(200);

  await signOutAtProvider(context, issuer);
  const answered = performance.now();
  // The provider says so only once its message was answered; nothing is waited for here.
  for (const person of people) expect((await person.ask('/api/session')).status).toBe(401);
  // No stream would end by itself, as the upstream answers nothing.
  for (const { ended } of readings) await ended;
  const ms = performance.now() - answered;
  for (const { end, sids } of readings) {
    expect(end()).toMatchObject({ event: 'failed', problem: { code: 'unauthenticated' } });
    expect(sids()).toHaveLength(120);
  }
  const plainMs = await messageMs(team.redis.port);
  test.info().annotations.push({
    type: 'streams cut',
    description: `${Math.round(ms)} ms after the answer; a message takes ${Math.round(plainMs)} ms`,
  });
  expect(ms - plainMs).toBeLessThan(1000);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(signInDialog(page)).toBeVisible();
});
