import { expect, test } from './fixtures.ts';
import { few, openList } from './page.ts';

/** Cookies and storage are refused. */
test.use({ preferences: { 'network.cookie.cookieBehavior': 2 } });

test('W20 and E13 a view is said to last until the page is left, where storage is refused', async ({
  tab,
  serve,
}) => {
  await openList(tab, await serve(few));
  expect(
    await tab.evaluate(() => {
      try {
        return String(localStorage);
      } catch (error) {
        return String(error);
      }
    }),
  ).toContain('insecure');
  await tab.get('button', 'Views').click();
  const panel = tab.get('region', 'Views');
  await panel.get('textbox', 'View name').fill('Mine');
  await tab.press('Enter');
  await expect.poll(() => panel.text()).toContain('Views last until you leave');
  await expect
    .poll(() => tab.get('status', 'Message').text())
    .toContain('Saved view Mine until you leave this page. Export views to keep them.');
});
