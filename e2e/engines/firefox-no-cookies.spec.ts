import { expect, test } from './fixtures.ts';
import { few } from './page.ts';

test.use({ preferences: { 'network.cookie.cookieBehavior': 2 }, requestsFail: true });

test('E1 a browser that keeps no cookie is told so when the password is right', async ({
  tab,
  serve,
}) => {
  const password = 'correct horse';
  const { url } = await serve({ ...few, DASHBOARD_PASSWORD: password });
  await tab.open(url);
  const dialog = tab.get('dialog', 'Sign in to Rented Numbers');
  await expect.poll(() => dialog.count()).toBe(1);
  await tab.type(password);
  await tab.press('Enter');
  await expect.poll(() => dialog.text()).toContain('blocks cookies');
});
