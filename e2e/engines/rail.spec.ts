import { expect, test } from './fixtures.ts';
import { openList } from './page.ts';

test('W17 no line of the rail breaks or is cut beside a classic scroll bar', async ({
  tab,
  serve,
}) => {
  await openList(tab, await serve({ SANDBOX_NUMBERS: '100' }));
  const rail = tab.get('navigation', 'Filters');
  const bar = await rail.evaluate((nav) => {
    const scrollers = [nav, ...nav.querySelectorAll<HTMLElement>('*')].filter((element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowY),
    );
    return Math.max(...scrollers.map((element) => element.offsetWidth - element.clientWidth));
  });
  expect(bar, 'width of a classic scroll bar').toBeGreaterThan(5);
  const broken = await rail.evaluate((nav) => {
    const lines = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
      // A box that begins below all boxes before it begins a new line.
      let bottom = Number.NEGATIVE_INFINITY;
      let count = 0;
      for (const box of boxes.toSorted((a, b) => a.top - b.top)) {
        if (box.top >= bottom - 1) count += 1;
        bottom = Math.max(bottom, box.bottom);
      }
      return count;
    };
    const isCut = (element: Element) =>
      [element, ...element.querySelectorAll('*')].some(
        (part) =>
          getComputedStyle(part).overflowX === 'hidden' &&
          part.clientWidth > 1 &&
          part.scrollWidth > part.clientWidth,
      );
    return [...nav.querySelectorAll('button, fieldset, h2, h3')]
      .filter((element) => lines(element) > 1 || isCut(element))
      .map((element) => `${element.textContent} in ${lines(element)} lines`);
  });
  expect(broken).toEqual([]);
});
