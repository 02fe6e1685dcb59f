import { expect, test } from './fixtures.ts';
import { few, statusLine } from './page.ts';

// The page shows the sign-in after a refused request.
test.use({ requestsFail: true });

const password = 'correct horse';

test('E1 the right password opens the list, and the session outlives a reload', async ({
  tab,
  serve,
}) => {
  const { url } = await serve({ ...few, DASHBOARD_PASSWORD: password });
  await tab.open(url);
  const dialog = tab.get('dialog', 'Sign in to Rented Numbers');
  await expect.poll(() => dialog.count()).toBe(1);
  await tab.type(password);
  await tab.press('Enter');
  await expect.poll(() => statusLine(tab).text()).toContain('All 60 loaded');
  await tab.open(url);
  await expect.poll(() => statusLine(tab).text()).toContain('All 60 loaded');
  expect(await dialog.count()).toBe(0);
});
