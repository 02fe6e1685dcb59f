import { notices } from '../faults/page.ts';
import { signIn } from '../security/fixtures.ts';
import { bodyRows, loadedAhead, scrollUntil, statusLine } from '../table.ts';
import { toast } from '../toast.ts';
import { expect, test } from './replicas.ts';

// Requests fail before sign-in, and while the store is away.
test.use({ requestsFail: true });

const storeAway = 'The dashboard server cannot reach its store';

test('the store hangs: the page keeps its rows, never asks for a sign-in, and goes on by itself', async ({
  page,
  startTeam,
}) => {
  const team = await startTeam({ replicas: 2, env: { SHARED_GRACE_S: '0' }, size: 300 });
  await page.goto(team.url);
  await signIn(page);
  await loadedAhead(page);
  const [cookie] = await page.context().cookies();

  // Also a dialog that is there for a moment only is seen.
  await page.evaluate(() => {
    const dialogs: string[] = [];
    Object.assign(globalThis, { dialogs });
    new MutationObserver(() => {
      const dialog = document.querySelector('dialog[open]');
      if (dialog !== null) dialogs.push(dialog.textContent);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  let refused = 0;
  page.on('response', (response) => {
    if (response.status() === 503) refused += 1;
  });

  team.redis.freeze();
  await scrollUntil(page, notices(page).getByText(storeAway));
  await expect.poll(() => refused).toBeGreaterThanOrEqual(3);
  await expect(statusLine(page)).toContainText('100 loaded');
  await expect(bodyRows(page).first()).toBeVisible();

  team.redis.thaw();
  await expect(statusLine(page)).not.toContainText('100 loaded');
  await expect(notices(page)).toBeHidden();
  const dialogs = await page.evaluate(
    () => (globalThis as unknown as { dialogs: string[] }).dialogs,
  );
  expect(dialogs).toEqual([]);
  expect(await page.context().cookies()).toEqual([cookie]);
});

test('the page is opened while the store hangs: it waits, and comes without a sign-in', async ({
  page,
  startTeam,
}) => {
  const team = await startTeam({ replicas: 2, env: { SHARED_GRACE_S: '0' } });
  await page.goto(team.url);
  await signIn(page);
  await loadedAhead(page);
  team.redis.freeze();
  await page.reload();
  await expect(page.getByRole('alert')).toContainText(storeAway);
  await expect(page.getByRole('dialog')).toBeHidden();
  team.redis.thaw();
  await expect(bodyRows(page).first()).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('signing out while the store hangs is not acknowledged, and works afterwards', async ({
  page,
  startTeam,
}) => {
  const team = await startTeam({ replicas: 2 });
  await page.goto(team.url);
  await signIn(page);
  await loadedAhead(page);
  const [cookie] = await page.context().cookies();
  team.redis.freeze();
  const leaving = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect((await leaving).status()).toBe(503);
  await expect(toast(page)).toContainText('You are still signed in');
  expect(await page.context().cookies()).toEqual([cookie]);
  await expect(bodyRows(page).first()).toBeVisible();
  team.redis.thaw();
  await expect(async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('dialog', { name: /^Sign in/ })).toBeVisible({ timeout: 2000 });
  }).toPass();
});
