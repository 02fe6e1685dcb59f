import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { History } from '#contract/history.ts';
import { ask } from '../api.ts';
import { expectNoViolations } from '../axe.ts';
import { expect } from '../fixtures.ts';
import { readCsv, readXlsx, sheetName } from '../read-files.ts';
import { signIn, withPassword } from '../security/fixtures.ts';
import type { Server } from '../server.ts';
import { statusLine } from '../table.ts';
import { toast } from '../toast.ts';
import { takeSnapshot } from './server.ts';
import { accountSid, test, type Vendor } from './vendor.ts';

/** Two numbers come, one goes, and one has another name and another way to be asked about calls. */
function changeSome({ numbers }: Vendor) {
  numbers.add(120);
  numbers.add(121);
  numbers.remove(5);
  numbers.change(7, { name: 'Front desk', call_method: 'POST' });
}

/** Two snapshots with four differences. */
async function takeTwo(server: Server, vendor: Vendor): Promise<void> {
  await takeSnapshot(server);
  changeSome(vendor);
  await takeSnapshot(server);
}

const differences = (page: Page): Locator => page.getByRole('grid', { name: /^Changes from/ });
const rows = (page: Page): Locator =>
  differences(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
const chip = (page: Page, name: RegExp): Locator =>
  page.getByRole('toolbar', { name: 'Changes to show' }).getByRole('button', { name });
const timeline = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Changes by snapshot' });
const cellOf = (row: Locator, column: string): Locator => row.locator(`[data-column=${column}]`);

/** The text of an element as a screen reader has it, without what is hidden from it. */
const spoken = (element: Locator): Promise<string> =>
  element.evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    return copy.textContent.trim();
  });

test('from no snapshot to the differences of two, taken on the page', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const { url } = await serve(keeping);
  await page.goto(url);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { name: 'No snapshots yet' })).toBeVisible();
  await expectNoViolations(page);
  const now = page.getByRole('button', { name: 'Snapshot now' });
  await now.click();
  await expect(page.getByRole('heading', { name: 'One snapshot so far' })).toBeVisible();
  await expect(toast(page)).toContainText('Snapshot of 120 numbers');

  changeSome(vendor);
  await now.click();
  await expect(rows(page)).toHaveCount(4);
  await expect(statusLine(page)).toContainText('4 differences');
  await expect(chip(page, /^Added 2$/)).toBeVisible();
  await expect(chip(page, /^Gone 1$/)).toBeVisible();
  await expect(chip(page, /^Changed 1$/)).toBeVisible();
  await expect(timeline(page).getByRole('option')).toHaveAccessibleName(
    /: 2 added, 1 gone, 1 changed$/,
  );

  await expect(page).toHaveTitle(/^Changes from .*\d{4}.* to .*\d{4}.* · Rented numbers$/);

  const names = await rows(page).getByRole('rowheader').all();
  for (const [at, sign] of ['added', 'added', 'gone', 'changed: Name, Call method'].entries()) {
    await expect(names[at]!).toHaveAccessibleName(new RegExp(`^${sign} \\+44`));
  }
  const changed = rows(page).last();
  expect(await spoken(cellOf(changed, 'name'))).toBe('was Desk 7, now Front desk');
  // A column that is not shown otherwise, because a number changed in it.
  expect(await spoken(cellOf(changed, 'call_method'))).toBe('was GET, now POST');
  await expect(cellOf(changed, 'name').locator('del')).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  await expectNoViolations(page);

  const details = page.getByRole('complementary');
  await changed.click();
  await expect(details.getByText('Changed: Name, Call method', { exact: true })).toBeVisible();
  await rows(page).nth(2).click();
  await expect(
    details.getByText(/^Gone: last seen .*\d{4}.*, not there any more .*\d{4}/),
  ).toBeVisible();
  await expectNoViolations(page);
  await rows(page).first().click();
  await expect(details.getByText(/^Added: there since .*\d{4}.*, not there /)).toBeVisible();
});

test('kinds, search and filters narrow the differences; Back, reload and links keep them', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  await takeTwo(server, vendor);
  await page.goto(`${server.url}/?show=history`);
  await expect(rows(page)).toHaveCount(4);

  const joined = differences(page).getByRole('columnheader', { name: 'Call method' });
  await expect(joined).toBeVisible();
  await chip(page, /^Gone/).click();
  await chip(page, /^Added/).click();
  await expect(rows(page)).toHaveCount(3);
  expect(page.url()).toContain('change=added,gone');
  await expect(statusLine(page)).toContainText('3 of 4 differences match');
  // No changed number is shown.
  await expect(joined).toBeHidden();
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await page.goBack();
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();
  await expect(rows(page)).toHaveCount(4);

  const search = page.getByRole('textbox', { name: 'Search numbers' });
  await search.fill('front');
  await expect(rows(page)).toHaveCount(1);
  await expect(chip(page, /^Added 0$/)).toBeVisible();
  // An old value is on screen, too.
  await search.fill('desk 7');
  await expect(rows(page)).toHaveCount(1);
  await expect(chip(page, /^Changed 1$/)).toBeVisible();
  await search.fill('nobody');
  await expect(page.getByRole('heading', { name: 'No match in 4 differences' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).last().click();
  await expect(rows(page)).toHaveCount(4);

  await page.getByRole('button', { name: /^Mobile/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Rented numbers' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('?type=mobile');
});

for (const asked of ['number', 'q']) {
  test(`a number that is gone is found from the list where ${asked} finds nothing`, async ({
    keeping,
    page,
    serve,
    vendor,
  }) => {
    const server = await serve(keeping);
    const offer = page.getByRole('button', {
      name: /^Look among the numbers that are gone since .*\d{4}/,
    });
    await takeSnapshot(server);
    changeSome(vendor);
    vendor.numbers.add(130);
    await takeSnapshot(server);
    vendor.numbers.remove(6);
    vendor.numbers.remove(130);
    await takeSnapshot(server);
    await page.goto(`${server.url}/?${asked}=442079460005`);
    if (asked === 'q') {
      await expect(page.getByRole('heading', { name: /^No match in \d+ loaded/ })).toBeVisible();
      await expect(offer).toBeHidden();
      await page.getByRole('button', { name: 'Search all numbers' }).click();
    }
    await offer.click();
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('Desk 5');
    expect(new URL(page.url()).search).toBe(
      '?q=442079460005&show=history&from=1&to=3&change=gone,passed',
    );

    // The oldest and the newest snapshot have no trace of this one.
    await page.goto(`${server.url}/?${asked}=442079460130`);
    if (asked === 'q') await page.getByRole('button', { name: 'Search all numbers' }).click();
    await offer.click();
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('Desk 130');
    await expect(chip(page, /^Came and went 1$/)).toBeVisible();
    await rows(page).getByText('Desk 130').click();
    await expect(page.getByText(/^Came and went: last seen .*, not there any more/)).toBeVisible();

    // The chip stays whatever is searched for.
    await page.goto(`${server.url}/?show=history&from=1&to=3`);
    await expect(chip(page, /^Came and went 1$/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Search numbers' }).fill('desk 5');
    await expect(chip(page, /^Came and went 0$/)).toBeVisible();
  });
}

test('an export has what became of each number, and old values before new ones', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  await takeTwo(server, vendor);
  const { snapshots } = (await (await ask(`${server.url}/api/history`)).json()) as History;
  const days = snapshots.map(({ asOf }) => asOf).toReversed();
  await page.goto(`${server.url}/?show=history&change=gone,changed`);
  await expect(rows(page)).toHaveCount(2);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('button', { name: /^CSV/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(
    /^rented-numbers-changes_\d{4}-\d\d-\d\d-\d{4}-to-\d{4}-\d\d-\d\d-\d{4}_gone-changed_complete_2_[\d-]+\.csv$/,
  );
  const [header, ...lines] = readCsv(await readFile(await file.path(), 'utf8'));
  const objects = lines.map((line) =>
    Object.fromEntries(header!.map((field, at) => [field, line[at]])),
  );
  expect(header!.slice(0, 4)).toEqual(['change', 'from', 'to', 'changed_fields']);
  expect(header![header!.indexOf('name') - 1]).toBe('name_before');
  expect(objects).toEqual([
    expect.objectContaining({
      change: 'gone',
      from: days[0],
      to: days[1],
      number: '442079460005',
      name_before: '',
      name: 'Desk 5',
    }),
    expect.objectContaining({
      change: 'changed',
      changed_fields: 'name call_method',
      number: '442079460007',
      name_before: 'Desk 7',
      name: 'Front desk',
      call_method_before: 'GET',
      call_method: 'POST',
    }),
  ]);

  await page.goto(`${server.url}/?show=history&change=added`);
  await expect(rows(page)).toHaveCount(2);
  const second = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('button', { name: /^Excel/ }).click();
  const book = await readFile(await (await second).path());
  expect(sheetName(book)).toBe('Changes');
  expect(readXlsx(book)[0]!.slice(0, 4)).toEqual(['change', 'from (UTC)', 'to (UTC)', 'number']);
});

test('the tables of the history, and the list after them, have their boxes and buttons', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  await takeSnapshot(server);
  changeSome(vendor);
  await takeSnapshot(server);
  await page.goto(server.url);
  const first = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .first();
  const expectTools = async () => {
    await first.getByRole('rowheader').focus();
    await expect(first.getByRole('button', { name: /^Copy / })).toBeVisible();
    await first.getByRole('checkbox').click();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
  };
  await expectTools();
  for (const view of ['History', 'Table', 'Overview', 'Table']) {
    await page.getByRole('link', { name: view, exact: true }).click();
    if (view !== 'Overview') await expectTools();
  }
});

test('a list that is pasted over the history is compared with the numbers of now', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  await takeSnapshot(server);
  changeSome(vendor);
  await takeSnapshot(server);
  await page.goto(`${server.url}/?show=history`);
  await expect(rows(page)).not.toHaveCount(0);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Compare with a list of numbers' }).click();
  await expect(page).toHaveURL(`${server.url}/`);
  const dialog = page.getByRole('dialog', { name: 'Compare with a list of numbers' });
  await dialog.getByRole('textbox', { name: 'Your numbers' }).fill('+44 20 7946 0001');
  await expect(dialog.getByRole('heading', { name: /^In both/ })).toContainText('1');
});

test('days are chosen on the timeline by keys, and by name; they may be read backwards', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  for (const ordinal of [120, 121, 122]) {
    await takeSnapshot(server);
    vendor.numbers.add(ordinal);
  }
  await takeSnapshot(server);
  await page.goto(`${server.url}/?show=history`);
  await expect(rows(page)).toHaveCount(1);
  const bars = timeline(page).getByRole('option');
  await expect(bars).toHaveCount(3);
  await expect(bars.nth(2)).toHaveAttribute('aria-selected', 'true');
  await expect(bars.nth(1)).toHaveAttribute('aria-selected', 'false');

  await timeline(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  expect(new URL(page.url()).search).toBe('?show=history&from=1&to=3');
  // No number came and went in between. A chip that a link has chosen keeps the focus when it is given up.
  await expect(chip(page, /^Came and went/)).toBeHidden();
  await page.goto(`${server.url}/?show=history&from=1&to=3&change=passed`);
  await chip(page, /^Came and went 0$/).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(chip(page, /^Came and went 0$/)).toBeFocused();

  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(chip(page, /^Gone 2$/)).toBeVisible();
  expect(new URL(page.url()).search).toBe('?show=history&from=3&to=1');

  await page.getByRole('combobox', { name: 'From' }).selectOption('4');
  await expect(chip(page, /^Gone 3$/)).toBeVisible();
  await page.getByRole('combobox', { name: 'To' }).selectOption('4');
  await expect(
    page.getByRole('heading', { name: 'This is one and the same snapshot' }),
  ).toBeVisible();
  await page.goBack();
  await expect(chip(page, /^Gone 3$/)).toBeVisible();
});

test('the tooltip of a bar is inside of the timeline, covers no control and takes no click', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  for (const ordinal of [120, 121, 122]) {
    await takeSnapshot(server);
    vendor.numbers.add(ordinal);
    vendor.numbers.change(ordinal - 100, { name: 'Renamed' });
    vendor.numbers.remove(ordinal - 80);
  }
  await takeSnapshot(server);
  const tip = page.getByRole('tooltip');
  const bars = timeline(page).getByRole('option');
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${server.url}/?show=history`);
    for (const bar of [0, 1, 2]) {
      await bars.nth(bar).hover();
      await expect(tip).toContainText('1 added, 1 gone, 1 changed');
      const [of, around, fields] = await Promise.all(
        [tip, timeline(page), page.getByRole('combobox', { name: 'From' })].map((each) =>
          each.boundingBox(),
        ),
      );
      expect(of!.y).toBeGreaterThanOrEqual(around!.y);
      expect(of!.x).toBeGreaterThanOrEqual(around!.x);
      expect(of!.x + of!.width).toBeLessThanOrEqual(around!.x + around!.width);
      expect(of!.y + of!.height).toBeLessThanOrEqual(fields!.y);
    }
    const box = (await tip.boundingBox())!;
    const isThrough = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x!, y!)?.closest('[role=tooltip]') === null,
      [box.x + box.width / 2, box.y + box.height / 2],
    );
    expect(isThrough).toBe(true);
    await page.mouse.move(width / 2, 800);
    await expect(tip).toBeHidden();
  }
});

test('days that cannot be compared say why, and what helps', async ({ keeping, page, serve }) => {
  const server = await serve(keeping);
  await takeSnapshot(server);
  await takeSnapshot(server);
  await page.goto(`${server.url}/?show=history&from=7&to=2`);
  const gone = page.getByRole('heading', { name: 'This snapshot is not there any more' });
  await expect(gone).toBeVisible();
  await page.getByRole('button', { name: 'Compare the newest two' }).click();
  await expect(page.getByRole('heading', { name: 'No differences' })).toBeVisible();
  await expectNoViolations(page);
  await page.goBack();
  await expect(gone).toBeVisible();
  await page.goto(`${server.url}/?show=history&from=x&change=all`);
  await expect(page.getByRole('heading', { name: 'No differences' })).toBeVisible();
  await expect(
    page.getByText('Ignored in this link: from=x, change=all.', { exact: true }),
  ).toBeVisible();
});

test('a try that failed is said with its file and a remedy', async ({
  keeping,
  page,
  serve,
  folder,
}) => {
  const server = await serve(keeping);
  await takeSnapshot(server);
  const changes = join(folder, accountSid, 'changes');
  await rm(changes, { recursive: true });
  await writeFile(changes, '');
  const response = await ask(`${server.url}/api/history`, { method: 'POST' });
  expect(response.status).toBe(500);
  await page.goto(`${server.url}/?show=history`);
  await expect(
    page.getByText(
      /^The last try, .*, failed: The history has a problem\. No snapshot was kept: acc-fault-test cannot be written, as a file stands where a folder belongs\. Move the file away\.$/,
    ),
  ).toBeVisible();
});

test('a list that is not kept yet is said in one line', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  await takeSnapshot(server);
  await takeSnapshot(server);
  for (let ordinal = 0; ordinal < 60; ordinal += 1) vendor.numbers.remove(ordinal);
  await page.goto(`${server.url}/?show=history`);
  await page.getByRole('button', { name: 'Snapshot now' }).click();
  await expect(
    page.getByText(
      /^A list of 60 numbers, .*, lacks 60 of the last snapshot and is not kept yet\. /,
    ),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No differences' })).toBeVisible();
  await expectNoViolations(page);
});

test('without a history nothing offers it, and a link to it says so', async ({ page, serve }) => {
  const { url } = await serve();
  await page.goto(url);
  await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'History' })).toBeHidden();
  await page.goto(`${url}/?show=history`);
  await expect(page.getByRole('heading', { name: 'No history is kept here' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the table' }).click();
  await expect(page.getByRole('grid', { name: 'Rented numbers' })).toBeVisible();
});

test('on paper a changed cell has its old and its new text', async ({
  keeping,
  page,
  serve,
  vendor,
}) => {
  const server = await serve(keeping);
  await takeTwo(server, vendor);
  await page.goto(`${server.url}/?show=history`);
  await expect(rows(page)).toHaveCount(4);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByRole('main', { name: 'Print' });
  await expect(sheet).toContainText('Changes from');
  await expect(sheet).toContainText('Desk 7 → Front desk');
  await expect(sheet).toContainText('Gone: +44 20 7946 0005');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('rows tell what changed in their second line, and nothing is cut off at the side', async ({
    keeping,
    page,
    serve,
    vendor,
  }) => {
    const server = await serve(keeping);
    await takeTwo(server, vendor);
    await page.goto(server.url);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'History' })
      .tap();
    await expect(rows(page)).toHaveCount(4);
    expect(await spoken(cellOf(rows(page).last(), 'name'))).toMatch(
      /^Namewas Desk 7, now Front desk/,
    );
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expectNoViolations(page);
  });
});

test.describe('with a password', () => {
  // Requests fail before sign-in.
  test.use({ requestsFail: true });

  test('the details of a difference offer no token, which would be that of now', async ({
    keeping,
    page,
    serve,
    vendor,
  }) => {
    const { url } = await serve({ ...keeping, ...withPassword, ALLOW_TOKEN_REVEAL: 'true' });
    await page.goto(`${url}/?show=history`);
    await signIn(page);
    const now = page.getByRole('button', { name: 'Snapshot now' });
    await now.click();
    await expect(page.getByRole('heading', { name: 'One snapshot so far' })).toBeVisible();
    vendor.numbers.change(7, { name: 'Front desk' });
    await now.click();
    await rows(page).first().click();
    const details = page.getByRole('complementary');
    const reveal = details.getByRole('button', { name: 'Reveal for 30 s' });
    await expect(details).toContainText('Front desk');
    // The row is not that of now either.
    await expect(details).toContainText('as of ');
    await expect(details).toContainText('SIP');
    await expect(reveal).toBeHidden();
    await page.goto(`${url}/?open=442079460007`);
    await expect(reveal).toBeVisible();
  });
});
