import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireProgram } from '../programs.ts';
import { password, signInDialog, withPassword } from '../security/fixtures.ts';
import { expect, test } from './fixtures.ts';

test('E1 a browser that keeps no cookie is told so, in place of an empty dialog', async ({
  playwright,
  launchOptions,
  serve,
}) => {
  const { url } = await serve(withPassword);
  const folder = await mkdtemp(join(tmpdir(), 'rented-numbers-profile-'));
  // The profile of somebody who refuses all cookies.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const own = playwright.chromium.executablePath();
  const executablePath = existsSync(own) ? own : requireProgram('Chromium');
  const context = await playwright.chromium.launchPersistentContext(folder, {
    ...launchOptions,
    executablePath,
  });
  const page = await context.newPage();
  await page.goto(url);
  const dialog = signInDialog(page);
  await dialog.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(
    'The password is correct, but this browser blocks cookies for this page. Allow cookies, then sign in again.',
  );
  await expect(dialog.getByRole('button', { name: 'Sign in' })).toBeEnabled();

  await dialog.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Wrong password');
  await context.close();
  await rm(folder, { recursive: true });
});
