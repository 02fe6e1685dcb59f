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

test('signing out shows no row any more, also when the sheet goes back in the history later', async ({
  page,
  serve,
}) => {
  await page.addInitScript(() => {
    // Kept over the change of the page.
    const look = () => {
      const rows = document.querySelectorAll('[role=row]').length;
      sessionStorage.seen = `${sessionStorage.seen ?? ''} ${rows}`;
    };
    navigation.addEventListener('navigate', ({ destination }) => {
      if (!destination.sameDocument) look();
    });
    const go = history.go.bind(history);
    // The sheet goes back only once the new page was asked for, which stops that page on its way.
    history.go = (by) => {
      addEventListener('popstate', look);
      navigation.addEventListener('navigate', () => setTimeout(go, 0, by), { once: true });
    };
  });
  const { url } = await serve(withPassword);
  await page.goto(url);
  await signIn(page);
  await loadedAhead(page);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).dispatchEvent('click');
  await expect(signInDialog(page)).toBeVisible();
  await expect(bodyRows(page)).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.seen)).toMatch(/^( 0)+$/);
});
