import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { said } from './announcements.ts';
import { ask } from './api.ts';
import { expectNoViolations } from './axe.ts';
import { expect, test, unhurried } from './faults/dashboard.ts';
import { readCsv } from './read-files.ts';
import {
  bodyRows,
  exportChoices,
  grid,
  loadAll,
  loadedAhead,
  readTable,
  scrollUntil,
  sortButton,
  statusLine,
  type TableRow,
  toggleColumns,
} from './table.ts';

interface Report {
  levels: Record<'error' | 'warning' | 'info', number>;
  counts: Record<string, number>;
  remedies: Record<string, string>;
  findings: { number: string; rule: string; level: string; message: string }[];
}

const report = async (url: string) => (await (await ask(`${url}/api/checks`)).json()) as Report;

const header = (page: Page) => page.getByRole('columnheader', { name: 'Finding' });
const cells = (page: Page) => grid(page).locator('[data-column=finding][role=gridcell]');
const panel = (page: Page) => page.getByRole('complementary');
const title = (page: Page) => panel(page).getByRole('heading', { level: 2 });
const rail = (page: Page) => page.getByRole('navigation', { name: 'Filters' });
const areChecked = (page: Page) =>
  expect(rail(page).getByRole('button', { name: /^Errors/ })).toHaveText(/\d/);
const card = (page: Page) => page.getByRole('figure', { name: 'Findings' });
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

const levels = ['Error', 'Warning', 'Notice'];
/** How bad a cell is. */
const badness = (text: string) => {
  const level = levels.findIndex((one) => text.startsWith(`${one}: `));
  return level < 0 ? levels.length : level;
};
/** The finding that a cell names. */
const namedIn = (text: string) => text.replace(/ and \d+ more$/, '');

test.describe('the column', () => {
  test('sorts the worst first, also in a link, and follows what is accepted', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer();
    const { levels: counts, findings } = await report(url);
    await page.goto(url);
    await loadedAhead(page);
    await sortButton(page, 'Finding').click();
    await expect(page).toHaveURL(`${url}/?sort=finding`);
    await expect(header(page)).toHaveAttribute('aria-sort', 'ascending');
    await expect(statusLine(page)).toContainText('Sorted by finding within 100 loaded rows');
    await loadAll(page);
    await expect(statusLine(page)).toContainText('Sorted by finding, all 500 rows');
    await expect
      .poll(async () => {
        const shown = (await readTable(page)).map((row) => row.Finding ?? '');
        const levelsShown = shown.map(badness);
        const named = shown.map(namedIn);
        const runs = named.filter((one, at) => one !== named[at - 1]);
        return (
          shown.length > 20 &&
          levelsShown.every((one, at) => one >= (levelsShown[at - 1] ?? one)) &&
          runs.length === new Set(named).size
        );
      })
      .toBe(true);
    await expect(cells(page).nth(0)).toHaveText(/^Error: /);

    const first = (await readTable(page))[0]!;
    await cells(page).first().click();
    const details = panel(page);
    await details
      .getByRole('button', { name: /^Accept .*…$/ })
      .first()
      .click();
    await page.keyboard.press('Enter');
    await expect(details.getByRole('button', { name: /^Undo accepting/ })).toBeFocused();
    await expect.poll(async () => (await readTable(page))[0]?.Number).not.toBe(first.Number);

    await page.goto(`${url}/?check=error&sort=-finding`);
    await loadAll(page);
    await expect(header(page)).toHaveAttribute('aria-sort', 'descending');
    await expect(statusLine(page)).toContainText(`${counts.error - 1} of all 500 rows match`);
    expect(findings.length).toBeGreaterThan(counts.error);
  });

  test('is there while something is found, unless the reader chose otherwise', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer({ SANDBOX_NUMBERS: '60' });
    const { remedies } = await report(url);
    const at = '2026-06-01T12:00:00.000Z';
    const accepted = Object.keys(remedies).map((rule) => ({ rule, note: '', at }));
    await page.goto(url);
    await expect(header(page)).toBeVisible();
    await areChecked(page);
    await expect(
      cells(page)
        .filter({ hasText: /^Error: / })
        .first(),
    ).toBeVisible();
    await page.evaluate(
      (text) => localStorage.setItem('accepted-findings', text),
      JSON.stringify({ version: 1, accepted }),
    );
    await page.reload();
    await expect(header(page)).toBeHidden();
    await toggleColumns(page, 'Finding');
    await page.reload();
    await expect(statusLine(page)).toContainText('All 60 loaded');
    await expect(header(page)).toBeVisible();

    await toggleColumns(page, 'Finding');
    await page.evaluate(() => localStorage.removeItem('accepted-findings'));
    await page.reload();
    await areChecked(page);
    await expect(header(page)).toBeHidden();
  });

  test('is in a file in words, for all rows, checked before the file is made', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer();
    const { findings } = await report(url);
    await page.goto(url);
    await loadedAhead(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export 100/ }).click();
    await page
      .getByRole('region', { name: 'Load the rest, then export' })
      .getByRole('button', { name: /^CSV/ })
      .click();
    const [names, ...rows] = readCsv(await readFile(await (await download).path(), 'utf8'));
    const [number, level, found] = ['number', 'finding_level', 'findings'].map(
      (name) => names?.indexOf(name) ?? -1,
    );
    expect(rows).toHaveLength(500);
    const worst = new Map<string, string>();
    for (const one of findings) if (!worst.has(one.number)) worst.set(one.number, one.level);
    for (const row of rows) {
      const known = worst.get(row[number!]!) ?? '';
      expect(row[level!]).toBe(known);
      expect(row[found!] !== '').toBe(known !== '');
    }
  });

  test('filters by a finding from the menu of its cell', async ({ page, sharedServer }) => {
    const { url } = await sharedServer();
    await page.goto(url);
    await areChecked(page);
    const cell = cells(page).filter({ hasText: 'Error: Calls go nowhere' }).first();
    await cell.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Only Calls go nowhere' }).click();
    await expect(page).toHaveURL(`${url}/?check=calls-go-nowhere`);
  });
});

test('the details say what happens and how to mend it', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const { findings, remedies } = await report(url);
  const one = findings.find(({ rule }) => rule === 'calls-go-nowhere')!;
  await page.goto(`${url}/?open=${one.number}`);
  await expect(panel(page)).toContainText(one.message);
  await expect(panel(page)).toContainText(`How to mend it: ${remedies[one.rule]}`);
});

test.describe('from finding to finding', () => {
  test('F8 moves through the rows, also those off screen, and says where they end', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer();
    // A sort pauses loading.
    await page.goto(`${url}/?check=error&sort=number`);
    await expect(bodyRows(page).first()).toBeVisible();
    const place = () =>
      page.evaluate(() => document.activeElement?.closest('[role=row]')?.ariaRowIndex);
    await page.keyboard.press('F8');
    await expect.poll(place).toBe('2');
    await page.goto(`${url}/?sort=-finding`);
    await loadAll(page);
    await areChecked(page);
    await scrollUntil(page, page.getByText('End of list'));
    // From the last row, the last finding is far up.
    await bodyRows(page).last().getByRole('rowheader').focus();
    await page.keyboard.press('Shift+F8');
    await expect(page.locator(':focus')).toBeInViewport();
    const last = Number(await place());
    expect(last).toBeLessThan(400);
    await page.keyboard.press('F8');
    const end = page.getByRole('region', { name: 'Findings', exact: true });
    await expect(end).toContainText('No further finding in all 500 rows.');
    await expect(said(page, 'No further finding in all 500 rows.')).toBeAttached();
    expect(Number(await place())).toBe(last);
    await expectNoViolations(page);
    await end.getByRole('button', { name: 'Dismiss' }).click();
    await expect(end).toBeHidden();
  });

  test('F8 counts also before the code of the findings is here', async ({ page, sharedServer }) => {
    const { url } = await sharedServer();
    let isHeld = true;
    const held: (() => void)[] = [];
    await page.route(/tools-.*\.js/, async (route) => {
      if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.goto(`${url}/?sort=number`);
    await expect(bodyRows(page).first()).toBeVisible();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await page.keyboard.press('F8');
    isHeld = false;
    for (const goOn of held) goOn();
    await expect(page.locator('[role=row] :focus')).toHaveCount(1);
  });

  test('at the last loaded one, the rest is loaded and gone on with', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer();
    // A sort pauses loading: 20 rows are here.
    await page.goto(`${url}/?sort=number`);
    await areChecked(page);
    const rows = (await readTable(page)).filter((row) => row.Finding !== '');
    const last = rows.at(-1)!.Number!;
    await bodyRows(page).filter({ hasText: last }).click();
    await panel(page).getByRole('button', { name: 'Next finding' }).click();
    await expect(panel(page)).toContainText('No further finding in 20 loaded rows.');
    await expect(title(page)).toHaveText(last);
    await panel(page).getByRole('button', { name: 'Load all' }).click();
    await expect(title(page)).not.toHaveText(last);
    const digits = (text: string | null) => text!.replace(/\D/g, '');
    expect(digits(await title(page).textContent()) > digits(last)).toBe(true);
    await expect(
      panel(page)
        .getByRole('button', { name: /^Accept / })
        .first(),
    ).toBeVisible();
    await expect(panel(page)).not.toContainText('No further finding');
  });

  test('the details go to the next and the previous one, by keys and buttons', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer();
    await page.goto(url);
    await loadedAhead(page);
    await areChecked(page);
    const rows = (await readTable(page)).filter((row) => row.Finding !== '');
    await bodyRows(page).filter({ hasText: rows[0]!.Number! }).first().click();
    const { Number: second, Finding: finding } = rows[1]!;
    await panel(page).getByRole('button', { name: 'Next finding' }).click();
    await expect(title(page)).toHaveText(second!);
    await expect(said(page, new RegExp(`^\\${second}: ${finding!.split('+')[0]}`))).toBeAttached();
    await page.keyboard.press('F8');
    await expect(title(page)).toHaveText(rows[2]!.Number!);
    await panel(page).getByRole('button', { name: 'Previous finding' }).click();
    await page.keyboard.press('Shift+F8');
    await expect(title(page)).toHaveText(rows[0]!.Number!);
    await page.keyboard.press('Shift+F8');
    await expect(panel(page)).toContainText('No earlier finding in 100 loaded rows.');
    await expect(title(page)).toHaveText(rows[0]!.Number!);
    await expectNoViolations(page);
  });
});

test('the palette goes to the next and the previous one, in the table, the overview and the details', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const command = async (name: string) => {
    await page.keyboard.press('ControlOrMeta+k');
    const box = page.getByRole('combobox', { name: 'Number or command' });
    await box.fill(name);
    const palette = page.getByRole('dialog', { name: 'Commands' });
    await expect(palette.getByRole('option', { selected: true })).toHaveText(name);
    await page.keyboard.press('Enter');
  };
  await page.goto(url);
  await loadedAhead(page);
  await areChecked(page);
  const rows = (await readTable(page)).filter((row) => row.Finding !== '');
  const [first, second, third] = rows.map((row) => row.Number!);
  await command('Next finding');
  const focused = grid(page)
    .getByRole('row')
    .filter({ has: page.locator(':focus') });
  await expect(focused).toContainText(first!);
  await command('Next finding');
  await expect(focused).toContainText(second!);
  await command('Previous finding');
  await expect(focused).toContainText(first!);

  await focused.getByRole('rowheader').click();
  await expect(title(page)).toHaveText(first!);
  await command('Next finding');
  await expect(title(page)).toHaveText(second!);
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(card(page)).toBeVisible();
  await command('Next finding');
  await expect(title(page)).toHaveText(first!);
  await command('Next finding');
  await command('Next finding');
  await expect(title(page)).toHaveText(third!);
});

test('a rule is accepted for the selected numbers, with one reason', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const { counts } = await report(url);
  await page.goto(`${url}/?check=calls-go-nowhere`);
  await loadAll(page);
  const all = counts['calls-go-nowhere']!;
  await expect(statusLine(page)).toContainText(`${all} of all 500 rows match`);
  await bodyRows(page).first().getByRole('rowheader').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await bar(page).getByRole('button', { name: 'Accept findings…' }).click();
  const form = page.getByRole('form', { name: 'Accept for the selected numbers' });
  await expect(form.getByRole('radio', { name: /^Calls go nowhere/ })).toBeChecked();
  await expectNoViolations(page);
  await form.getByLabel('Reason (optional)').fill('Numbers of a campaign to come');
  await form.getByRole('button', { name: 'Accept for 3 numbers' }).click();
  await expect(
    said(page, 'Accepted Calls go nowhere for 3 numbers in this browser'),
  ).toBeAttached();
  await expect(statusLine(page)).toContainText(`${all - 3} of all 500 rows match`);
  await expect(rail(page)).toContainText('3 accepted findings, stored in this browser.');
  await expect(bar(page)).toContainText('3 of them hidden by filters');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(statusLine(page)).toContainText(`${all} of all 500 rows match`);
  await bar(page).getByRole('button', { name: 'Accept findings…' }).click();
  await form.getByLabel('Reason (optional)').fill('Numbers of a campaign to come');
  await page.keyboard.press('Enter');
  await expect(statusLine(page)).toContainText(`${all - 3} of all 500 rows match`);

  await page.goto(`${url}/?check=accepted`);
  await loadAll(page);
  await expect(statusLine(page)).toContainText('3 of all 500 rows match');
  await bodyRows(page).first().click();
  await expect(panel(page)).toContainText('Numbers of a campaign to come');
});

test('a rule is accepted for selected numbers that the list no longer has', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await areChecked(page);
  const rows = await readTable(page);
  const clean = rows.find(({ Finding }) => Finding === '')!;
  const found = rows.find(({ Finding }) => Finding?.includes('Calls go nowhere'))!;
  const tick = ({ Number: number }: TableRow) =>
    bodyRows(page).filter({ hasText: number! }).getByRole('checkbox').click();
  await tick(clean);
  await expect(bar(page).getByRole('button', { name: /^Accept findings…/ })).toHaveAccessibleName(
    'Accept findings…: the selected numbers have no open finding',
  );
  await tick(found);
  await page.getByRole('region', { name: 'Type' }).getByRole('button', { name: /^SIP/ }).click();
  await expect(bar(page)).toContainText('2 of them hidden by filters');
  await areChecked(page);
  await bar(page).getByRole('button', { name: 'Accept findings…', exact: true }).click();
  const form = page.getByRole('form', { name: 'Accept for the selected numbers' });
  await form.getByRole('radio', { name: /^Calls go nowhere/ }).check();
  await form.getByRole('button', { name: 'Accept for 1 number' }).click();
  await expect(said(page, 'Accepted Calls go nowhere for 1 number in this browser')).toBeAttached();
});

test('under a filter by checks, its findings alone are exported', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  const { findings } = await report(url);
  const errors = findings.filter(({ level }) => level === 'error');
  await page.goto(`${url}/?check=error`);
  await loadAll(page);
  await page.getByRole('button', { name: /^Export \d+ rows/ }).click();
  await expect(exportChoices(page)).toBeVisible();
  const choices = page.getByRole('region', { name: 'Export checks: Errors' });
  await expect(choices).toContainText('Only “Errors” of these rows, one per line');
  const download = page.waitForEvent('download');
  await choices.getByRole('button', { name: /^CSV/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(
    new RegExp(`^checks_check-error_complete_${errors.length}_`),
  );
  const [, ...lines] = readCsv(await readFile(await file.path(), 'utf8'));
  expect(lines.map(([number, , level, rule]) => [number, level, rule].join()).sort()).toEqual(
    errors.map(({ number, level, rule }) => [number, level, rule].join()).sort(),
  );
});

test.describe('the card of the overview', () => {
  test('comes first, counts as the report does, filters, and leads to the numbers', async ({
    page,
    sharedServer,
  }) => {
    const { url } = await sharedServer();
    const { levels: byLevel, counts } = await report(url);
    await page.goto(`${url}/?show=overview`);
    await expect(page.getByRole('figure').first()).toHaveAccessibleName('Findings');
    await loadAll(page);
    const one = (name: RegExp) => card(page).getByRole('button', { name });
    const counted = (count: number | undefined) =>
      `${count} numbers, ${Math.round((100 * (count ?? 0)) / 500)}%`;
    await expect(one(/^Errors: /)).toHaveAccessibleName(`Errors: ${counted(byLevel.error)}`);
    await expect(one(/^Notices: /)).toHaveAccessibleName(`Notices: ${counted(byLevel.info)}`);
    const rule = one(/^Plain http webhook: /);
    await expect(rule).toHaveAccessibleName(
      `Plain http webhook: ${counted(counts['plain-http-webhook'])}`,
    );
    await expect(card(page)).not.toContainText('Since the refresh');

    // All bars have one scale, those of levels and those under "more" too.
    await card(page)
      .getByRole('button', { name: /more…$/ })
      .click();
    const shares = await card(page)
      .getByRole('listitem')
      .evaluateAll((items) =>
        items.map((item) => ({
          count: Number(/: ([\d,]+) /.exec(item.querySelector('button')?.ariaLabel ?? '')?.[1]),
          width: Number.parseFloat(item.querySelector<HTMLElement>('[style]')?.style.width ?? ''),
        })),
      );
    expect(shares.length).toBeGreaterThan(10);
    const full = Math.max(...shares.map(({ count }) => count));
    for (const { count, width } of shares) expect(width).toBeCloseTo((100 * count) / full, 2);
    await rule.click();
    await expect(page).toHaveURL(`${url}/?check=plain-http-webhook&show=overview`);
    await expect(rule).toHaveAttribute('aria-pressed', 'true');

    await card(page).getByRole('button', { name: 'Next finding' }).click();
    await expect(panel(page)).toContainText('Warning: Plain http webhook');
    const first = await title(page).textContent();
    await page.keyboard.press('F8');
    await expect(title(page)).not.toHaveText(first!);
  });

  test('says what a refresh changed, and nothing before one', async ({ page, startDashboard }) => {
    const { server, upstream } = await startDashboard(unhurried, 140);
    await page.goto(`${server.url}/?show=overview`);
    await loadAll(page);
    await expect(
      card(page).getByRole('button', { name: /^Private-network webhook: 140/ }),
    ).toBeVisible();
    await expect(card(page)).not.toContainText('Since the refresh');

    const updated = 'Fri, 01 Apr 2016 11:17:21 +0300';
    upstream.account.change(2, { updated, msg_controller: 'https://hooks.example.com/' });
    upstream.account.change(3, { updated, voice: false, messaging: false });
    upstream.account.remove(5);
    await statusLine(page).getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect(card(page)).toContainText(
      /Since the refresh at .*, in all loaded numbers: \d+ new, \d+ gone\./,
    );
    await expect(
      card(page).getByRole('button', {
        name: 'Private-network webhook: 138 numbers, >99%, 2 gone',
      }),
    ).toBeVisible();
    await expect(
      card(page).getByRole('button', { name: 'Neither voice nor messaging: 1 number, <1%, 1 new' }),
    ).toBeVisible();
    await expectNoViolations(page);

    await statusLine(page).getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect(card(page)).toContainText('no finding is new or gone');
  });
});
