import { walk } from './api.ts';
import { expect, test } from './fixtures.ts';
import { bodyRows, grid, readTable, statusLine } from './table.ts';

test('the first page of numbers appears, and says how far it reaches', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await expect(bodyRows(page).first()).toBeVisible();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  await expect(page.getByText('Sandbox data')).toBeVisible();
  const [first] = await readTable(page);
  expect(first?.Number).toMatch(/^\+\d/);
});

for (const [what, search, isFirst] of [
  ['sort', '?sort=-number', (number: string, all: string[]) => number === all.toSorted().at(-1)],
  ['search', '?q=44', (number: string) => number.includes('44')],
] as const) {
  test(`the first row of a link with a ${what} is the right one from the first moment on`, async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer();
    const first = (await walk(url)).slice(0, 20);
    expect(
      isFirst(
        first[0]!.number,
        first.map(({ number }) => number),
      ),
    ).toBe(false);
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        const text = document.querySelector('[role=rowheader][data-row="0"]')?.textContent;
        if (text) seen.add(text.replace(/\D/g, ''));
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await page.goto(url + search);
    await expect(statusLine(page)).toContainText('20 loaded rows');
    const seen = await page.evaluate(() => [
      ...(globalThis as unknown as { seen: Set<string> }).seen,
    ]);
    expect(seen).toHaveLength(1);
    expect(
      isFirst(
        seen[0]!,
        first.map(({ number }) => number),
      ),
    ).toBe(true);
  });
}
