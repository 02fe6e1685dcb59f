import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { signInDialog } from '../security/fixtures.ts';
import { statusLine } from '../table.ts';
import { expect, signInAs, test } from '../team/company.ts';

// Requests fail before sign-in.
test.use({ requestsFail: true });

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const snapshotNow = (page: Page) =>
  palette(page).getByRole('option', { name: 'Snapshot now', exact: true });

async function openPalette(page: Page) {
  await page.keyboard.press('ControlOrMeta+k');
  await palette(page).getByRole('combobox').fill('snapshot');
}

test('a viewer is not offered to take a snapshot, an operator is', async ({
  page,
  proxyOf,
  companyOf,
  serve,
}) => {
  const proxy = await proxyOf('nginx');
  const { env } = await companyOf(proxy);
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  try {
    const kept = { HISTORY: `file:${folder}`, HISTORY_SCHEDULE: 'off', SANDBOX_NUMBERS: '60' };
    const server = await serve({ ...env, ...kept });
    await proxy.start(server.url);
    const enter = async (person: Parameters<typeof signInAs>[1]) => {
      await page.context().clearCookies();
      await page.goto(proxy.publicOrigin);
      await signInDialog(page).getByRole('link', { name: 'Sign in with your company' }).click();
      await signInAs(page, person);
      await page.waitForURL(`${proxy.publicOrigin}/`);
      await expect(statusLine(page)).toContainText('All 60 loaded');
    };

    await enter('ann');
    await openPalette(page);
    await snapshotNow(page).click();
    const message = page.getByRole('status', { name: 'Message' });
    await expect(message).toContainText('Snapshot of 60 numbers');

    await enter('cem');
    await openPalette(page);
    // A viewer may look at what is kept.
    await expect(palette(page).getByRole('option', { name: /^Show the list as of/ })).toBeVisible();
    await expect(snapshotNow(page)).toBeHidden();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toBeVisible();
    await expect(sheet).not.toContainText('Take a snapshot');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: /^Print/ })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /^Snapshot/ })).toBeHidden();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
});
