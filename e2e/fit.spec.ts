import type { Page } from '@playwright/test';
import { walk } from './api.ts';
import { phone } from './finger.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, bodyRows, grid, loadedAhead, statusLine } from './table.ts';

const few = { SANDBOX_NUMBERS: '40' };

/** Saves the page as a view in the open panel of views. */
async function saveLongName(page: Page): Promise<void> {
  const name = 'Everything that somebody has to look at before May ends';
  await page.getByRole('textbox', { name: 'View name' }).fill(name);
  await page.keyboard.press('Enter');
}

async function expectButtonsInSight(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Views' });
  for (const button of [/^Delete view/, 'Save'])
    await expect(panel.getByRole('button', { name: button })).toBeInViewport({ ratio: 1 });
}

for (const [pointer, hasTouch, widths] of [
  ['a finger', true, [320, 390, 768, 1024]],
  ['a mouse', false, [1024, 1440]],
] as const) {
  test.describe(`for ${pointer}`, () => {
    test.use({ hasTouch });

    test('the search box shows all of its placeholder at every width', async ({
      page,
      sharedServer,
    }) => {
      const { url } = await sharedServer(few);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(url);
        const search = page.getByRole('textbox', { name: 'Search numbers' });
        const { text, room } = await search.evaluate((input: HTMLInputElement) => {
          const { fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(input);
          const context = new OffscreenCanvas(1, 1).getContext('2d')!;
          context.font = `${fontSize} ${fontFamily}`;
          const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
          return {
            text: context.measureText(input.placeholder).width,
            room: input.clientWidth - padding,
          };
        });
        expect(text, `${width} pixels`).toBeGreaterThan(50);
        expect(text, `${width} pixels`).toBeLessThan(room);
      }
    });
  });
}

test.describe('at 200 % zoom, which halves the window', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  test('nothing is cut off, and some rows are in sight', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.goto(`${url}/?type=local&voice=true`);
    await expect(allLoaded(page)).toBeVisible();
    for (const name of ['Filters', 'Views', 'Columns', 'Refresh', /^Commands/, /theme$/]) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    await expect(bodyRows(page).nth(3)).toBeInViewport();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Views' }).click();
    await expect(page.getByRole('region', { name: 'Views' })).toBeInViewport({ ratio: 1 });
  });
});

test.describe('where a finger points', () => {
  test.use({ viewport: { width: 768, height: 1024 }, hasTouch: true });

  test('no digit lies below the copy button, also beside a finding', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer(few);
    await page.goto(`${url}/?check=error`);
    await expect(bodyRows(page).first().getByRole('img')).toBeVisible();
    const covered = await bodyRows(page)
      .getByRole('rowheader')
      .evaluateAll((headers) =>
        headers.map((header) => {
          const number = header.querySelector('.font-mono')!;
          const copy = header.querySelector('[data-part=copy]')!;
          const { right } = number.getBoundingClientRect();
          return right > copy.getBoundingClientRect().left ? number.textContent : null;
        }),
      );
    expect(covered.filter((number) => number !== null)).toEqual([]);
  });

  test('a view with a long name leaves its buttons in sight', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.goto(url);
    await page.getByRole('button', { name: 'Views' }).click();
    await saveLongName(page);
    await page.getByRole('button', { name: /^View Everything/ }).click();
    await expectButtonsInSight(page);
  });
});

test.describe('on a phone', () => {
  test.use(phone);

  test('no digit is cut, also beside a finding and in selected rows', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer(few);
    await page.goto(`${url}/?check=error`);
    await expect(bodyRows(page).first()).toContainText('Error:');
    await bodyRows(page).first().getByRole('rowheader').focus();
    await page.keyboard.press('Space');
    const crowded = await bodyRows(page)
      .getByRole('rowheader')
      .evaluateAll((headers) =>
        headers.flatMap((header) => {
          const number = header.querySelector('.font-mono')!;
          const [text, finding, box] = [
            number,
            header.parentElement!.querySelector('[data-column=finding]')!,
            header.querySelector('[data-select]')!,
          ].map((part) => part.getBoundingClientRect());
          const areBeside = text!.right <= finding!.left && finding!.right <= innerWidth;
          // The box is larger than it looks.
          return areBeside && box!.right - 12 <= text!.left ? [] : [number.textContent];
        }),
      );
    expect(crowded).toEqual([]);
  });

  test('a view with a long name leaves its buttons in sight', async ({ page, sharedServer }) => {
    const { url } = await sharedServer(few);
    await page.goto(url);
    const openViews = async () => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page
        .getByRole('dialog', { name: 'More' })
        .getByRole('button', { name: /^Views/ })
        .click();
    };
    await openViews();
    await saveLongName(page);
    await openViews();
    await expectButtonsInSight(page);
  });
});

test('forced colours keep edges around what lies above, and mark the open row', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await page.getByRole('button', { name: 'Commands' }).click();
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await expect(dialog).toHaveCSS('border-style', 'solid');
  await expect(dialog.getByRole('option', { selected: true })).toHaveCSS('outline-style', 'solid');
  await page.keyboard.press('Escape');
  await bodyRows(page).nth(2).click();
  await expect(page.getByRole('complementary')).toHaveCSS('border-style', 'solid');
  await expect(page.locator('[role=row][aria-current=true]')).toHaveCSS('outline-style', 'solid');
});

test('with reduced motion nothing moves, also while rows load', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '1500' });
  await page.goto(url);
  await expect(grid(page)).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
});

test('a page that waits for nothing does not move either', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(url);
  await loadedAhead(page);
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('a right-to-left name stays within its cell, in the palette and on paper', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const row = (await walk(url)).find(({ name }) =>
    /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name ?? ''),
  );
  await page.goto(`${url}/?number=${row!.number}`);
  await expect(statusLine(page)).toContainText('1 match, loaded');
  const directions = () =>
    page
      .getByText(row!.name!)
      .evaluateAll((elements) =>
        elements.map((element) => [element.tagName, getComputedStyle(element).unicodeBidi]),
      );
  await expect.poll(directions).toEqual([['BDI', 'isolate']]);
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Number or command' }).fill(row!.number);
  const option = page.getByRole('option', { selected: true });
  await expect(option.locator('bdi', { hasText: row!.name! })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect
    .poll(() => directions())
    .toEqual([
      ['BDI', 'isolate'],
      ['BDI', 'isolate'],
    ]);
});
