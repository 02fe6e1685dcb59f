import { expect, test } from './fixtures.ts';
import { few, openList } from './page.ts';

test.use({
  preferences: { 'font.minimum-size.x-western': 18, 'font.minimum-size.x-unicode': 18 },
});

test('E18 a minimum size of fonts cuts no number, date or header', async ({ tab, serve }) => {
  await openList(tab, await serve(few));
  const seen = await tab.get('grid', 'Rented numbers').evaluate((grid) => {
    const cells = [...grid.querySelectorAll('[role=columnheader], [role=rowheader], time')];
    const isCut = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth + 1;
    // The computed style still says 13 pixels, so the drawn text is measured.
    const text = document.createRange();
    text.selectNodeContents(cells[0]!);
    return {
      isLarger: text.getBoundingClientRect().height >= 18,
      cut: cells
        .filter((cell) => [cell, ...cell.querySelectorAll('.truncate')].some(isCut))
        .map((cell) => cell.textContent),
    };
  });
  expect(seen).toEqual({ isLarger: true, cut: [] });
});
