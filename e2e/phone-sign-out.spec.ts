import { expect, test } from './fixtures.ts';
import { signIn, signInDialog, withPassword } from './security/fixtures.ts';
import { bodyRows, loadedAhead } from './table.ts';

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  // Requests fail while signed out.
  requestsFail: true,
});

test('signing out leaves the page, also when the way back from the sheet comes later', async ({
  page,
  serve,
}) => {
  // The sheet goes back in the history only once the new page was asked for.
  await page.addInitScript(() => {
    const go = history.go.bind(history);
    history.go = (by) =>
      navigation.addEventListener('navigate', () => setTimeout(go, 0, by), { once: true });
  });
  const { url } = await serve(withPassword);
  await page.goto(url);
  await signIn(page);
  await loadedAhead(page);
  let asked = 0;
  // The first request is given up by the way back.
  await page.route(`${url}/`, (route) => {
    asked += 1;
    return asked > 1 ? route.continue() : undefined;
  });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  // A click would wait for the request that is never answered.
  await page.getByRole('button', { name: 'Sign out' }).dispatchEvent('click');
  await expect(signInDialog(page)).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(0);
});
