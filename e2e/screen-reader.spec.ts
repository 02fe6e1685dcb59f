import type { Locator, Page } from '@playwright/test';
import { recordAnnouncements, said } from './announcements.ts';
import { dialled, walk } from './api.ts';
import { countryName } from './country-name.ts';
import { expect, test } from './fixtures.ts';
import { facet, rail } from './rail.ts';
import {
  allLoaded,
  bodyRows,
  grid,
  loadAll,
  loadedAhead,
  sortButton,
  statusLine,
  toggleColumns,
} from './table.ts';

/** These tests read the page like a screen reader: roles, names and announcements. */

const few = { SANDBOX_NUMBERS: '60' };
const snapshot = (target: Locator, yaml: string) => expect(target).toMatchAriaSnapshot(yaml);

async function openWhole(page: Page, url: string) {
  await page.goto(url);
  await expect(allLoaded(page)).toBeVisible();
  await expect(rail(page).getByRole('button', { name: /^Errors/ })).toBeVisible();
}

test('the page: its landmarks and headings, in the order of reading', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  await snapshot(
    page.locator('body'),
    `
    - link "Skip to the table"
    - banner:
      - button "Copy account SID"
      - button /^Commands/
      - navigation "View":
        - link "Table"
        - link "Overview"
      - button /^Use the (dark|light) theme$/
    - navigation "Filters":
      - search:
        - textbox "Search numbers"
      - toolbar "Values to filter by":
        - region "Country":
          - heading "Country" [level=2]
        - region "Type":
          - heading "Type" [level=2]
        - region "Capabilities":
          - heading "Capabilities" [level=2]
        - region "Checks":
          - heading "Checks" [level=2]
    - main:
      - heading "All numbers" [level=1]
      - grid "Rented numbers"
    - region "What is loaded"
    - status
    `,
  );
});

test('the rail: values with their counts, and what the counts cover', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await snapshot(
    rail(page),
    String.raw`
    - region "Type":
      - 'heading "Type counts: loaded rows" [level=2]'
      - button /^Local \d+$/
      - button /^Mobile \d+$/
    - region "Capabilities":
      - group "Voice":
        - radio "Any" [checked]
        - radio "Yes"
        - radio "No"
      - group "Messaging":
        - radio "Any" [checked]
    `,
  );
  await expect(rail(page).getByRole('group', { name: 'Voice' })).toHaveAccessibleDescription(
    /^\d+ yes · \d+ no$/,
  );

  await facet(page, 'Type')
    .getByRole('button', { name: /^Mobile/ })
    .click();
  await snapshot(
    facet(page, 'Type'),
    String.raw`
    - region "Type":
      - button /^Local/
      - button /^Mobile \d+$/ [pressed]
    `,
  );
});

test('the toolbar: the filters in force and what can be done with the rows', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(`${url}/?voice=true&q=4`);
  await snapshot(
    page.getByRole('main'),
    String.raw`
    - main:
      - heading "Filtered numbers" [level=1]
      - list "Active filters":
        - listitem:
          - button "Remove filter Voice Yes"
        - listitem:
          - button "Remove filter Contains 4"
      - button "Clear all"
      - toolbar "Views, columns and export":
        - button "Views"
        - button "Columns"
        - button /^Export \d+ loaded rows$/
    `,
  );
});

test('the table: its length, its sort, and a row said once', async ({ page, sharedServer }) => {
  const { url } = await sharedServer();
  const [first] = await walk(url);
  await page.goto(url);
  await loadedAhead(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '-1');
  // The row with the focus has its buttons.
  await bodyRows(page).first().getByRole('rowheader').focus();
  await snapshot(
    grid(page),
    `
    - grid "Rented numbers":
      - rowgroup:
        - row:
          - columnheader "Number":
            - button "Number"
            - button "Menu of Number"
          - columnheader "Country":
            - button "Country"
            - button "Menu of Country"
          - columnheader "Capabilities"
      - rowgroup:
        - row:
          - rowheader "${first!.number_display}":
            - checkbox "Select ${first!.number}"
            - button "Copy ${dialled(first!)}"
            - button "Open ${first!.number_display}"
          - gridcell "${countryName(first!)}"
          - gridcell /^Voice( off)? SMS( off)?$/
    `,
  );
  await expect(bodyRows(page).first()).toHaveAttribute('aria-rowindex', '2');

  const country = page.getByRole('columnheader', { name: 'Country' });
  await expect(country).toHaveAttribute('aria-sort', 'none');
  await sortButton(page, 'Country').press('Enter');
  await expect(country).toHaveAttribute('aria-sort', 'ascending');
  await expect(said(page, 'Sorted by country within 100 loaded rows')).toBeAttached();

  await loadAll(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '501');
  const finding = bodyRows(page).getByRole('gridcell', {
    name: /^Error: (Calls go nowhere|Trunk without an endpoint)( and \d more)?$/,
  });
  await expect(finding.first()).toBeVisible();

  // Without its column, a finding is part of the name of its row.
  await toggleColumns(page, 'Finding');
  const marked = bodyRows(page).filter({ has: page.getByRole('img', { name: 'Error' }) });
  await expect(marked.first().getByRole('rowheader')).toHaveAccessibleName(
    /^\+[\d ]+ Error found by a check$/,
  );
});

test('the status line announces news, and then is empty', async ({ page, serve }) => {
  const { url } = await serve({ SANDBOX_LATENCY_MS: '40' });
  const heard = await recordAnnouncements(page);
  await page.goto(url);
  await loadedAhead(page);
  await snapshot(
    statusLine(page),
    `
    - region "What is loaded":
      - text: 100 loaded, more available
      - button "Refresh"
      - button "Load all"
    `,
  );
  await loadAll(page);
  const search = page.getByRole('textbox', { name: 'Search numbers' });
  await search.pressSequentially('44');
  await expect(said(page, /^\d+ of all 500 rows match$/)).toBeAttached();
  await search.press('Escape');
  await expect.poll(heard).toEqual([
    expect.stringMatching(/^\d+ loaded, more available$/),
    expect.stringMatching(/^Loading the whole list: \d+ so far$/),
    expect.stringMatching(/^All 500 loaded,/),
    // One announcement for the whole search, not one for each letter.
    expect.stringMatching(/^\d+ of all 500 rows match$/),
    expect.stringMatching(/^All 500 loaded,/),
  ]);
  // A reader who reaches the end of the page finds no old announcements there.
  await expect(page.getByRole('status')).toBeEmpty({ timeout: 60_000 });
});

test.describe('where Apifonica does not answer', () => {
  test.use({ requestsFail: true });

  test('the failure is announced once, with the rows that came', async ({ page, serve }) => {
    const { url } = await serve({ SANDBOX_SCENARIO: 'malformed-later' });
    const heard = await recordAnnouncements(page);
    await page.goto(url);
    await snapshot(
      page.getByRole('alert'),
      `
      - alert:
        - button /again/
      `,
    );
    await snapshot(statusLine(page), `- text: "/^\\\\d+ loaded, then stopped: .+$/"`);
    // The alert gives the reason; the status line does not repeat it. Rows that came just before
    // need not be announced.
    await expect.poll(async () => (await heard()).at(-1)).toMatch(/^\d+ loaded, then stopped$/);
    for (const words of (await heard()).slice(0, -1)) {
      expect(words).toMatch(/^\d+ loaded, more available$/);
    }
  });
});

test('the details, opened by Enter: named by the number, with what was found', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?check=warning`);
  const row = bodyRows(page).first().getByRole('rowheader');
  await row.focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary');
  await expect(details).toBeFocused();
  await snapshot(
    details,
    String.raw`
    - complementary /^\+[\d ]+$/:
      - heading /^\+[\d ]+$/ [level=2]
      - button /^Copy \+\d+$/
      - button "Previous number" [disabled]
      - button "Next number"
      - button "Close details"
      - region /^Checks \d open findings?$/:
        - heading /^Checks \d open findings?$/ [level=3]
        - list:
          - listitem:
            - heading /^(Error|Warning)/ [level=4]
            - paragraph
            - button /^Accept/
      - region "Voice":
        - heading "Voice" [level=3]
        - button "Explain the fields"
        - term: Capability
        - definition: /^O(n|ff)/
      - region "Messaging":
        - heading "Messaging" [level=3]
      - region "Identity":
        - heading "Identity" [level=3]
        - term: Number SID
    `,
  );
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
});

test('the columns: each with its box, width, pin and place', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  await page.getByRole('button', { name: 'Columns' }).click();
  await snapshot(
    page.getByRole('main'),
    `
    - group "Row height":
      - radio "Comfortable" [checked]
      - radio "Compact"
    - list "Columns, from left to right":
      - listitem:
        - checkbox "Number" [checked] [disabled]
        - button "Pin Number" [pressed] [disabled]
      - listitem:
        - checkbox "Country" [checked]
        - spinbutton "Width of Country in pixels"
        - button "Pin Country"
        - button "Move Country up"
        - button "Move Country down"
      - listitem:
        - checkbox "SIP token"
        - button "Move SIP token down" [disabled]
    `,
  );
});

test('a selection and a comparison of it', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  const [first, second] = await walk(url);
  await openWhole(page, url);
  for (const { number } of [first!, second!])
    await page.getByRole('checkbox', { name: `Select ${number}` }).click();
  await expect(said(page, '2 rows selected')).toBeAttached();
  await snapshot(bodyRows(page).first(), `- row [selected]`);
  await snapshot(
    page.getByRole('region', { name: 'Selection' }),
    `
    - region "Selection":
      - text: 2 rows selected
      - button "Compare"
      - button "Copy"
      - button "Export the selection"
      - button "Clear the selection"
    `,
  );

  await page.getByRole('button', { name: 'Compare' }).click();
  await snapshot(
    page.getByRole('dialog'),
    `
    - dialog "Compare 2 numbers":
      - heading "Compare 2 numbers" [level=2]
      - button "Close"
      - checkbox "Only differences"
      - button "Copy the comparison"
      - region "Comparison":
        - table:
          - rowgroup:
            - row:
              - columnheader "Field"
              - columnheader "${first!.number_display}"
              - columnheader "${second!.number_display}"
          - rowgroup:
            - row:
              - rowheader "Voice"
            - row:
              - rowheader "Capability"
              - cell /^O(n|ff)$/
              - cell /^O(n|ff)$/
          - rowgroup:
            - row:
              - rowheader "Identity"
            - row:
              - 'rowheader "Differs: Number"'
              - cell "${first!.number}"
              - cell "${second!.number}"
    `,
  );
});

test('the overview: every picture is buttons with words, and a table', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?show=overview`);
  const overview = page.getByRole('region', { name: 'Overview' });
  await expect(overview.getByRole('figure')).toHaveCount(7);
  await overview.getByRole('button', { name: 'Load all' }).click();
  await expect(allLoaded(page)).toBeVisible();
  await snapshot(
    overview,
    String.raw`
    - region "Overview":
      - figure "Findings":
        - heading "Findings" [level=2]
        - paragraph: All 60 numbers
        - button "Show Findings as table"
        - button "Copy Findings as a table"
        - button "Save Findings as a picture"
        - list "Findings by level":
          - listitem:
            - 'button /^Errors: \d+ numbers?, \d+%$/'
        - button "Previous finding"
        - button "Next finding"
        - list "Findings by rule":
          - listitem:
            - 'button /: \d+ numbers?, \d+%$/'
      - figure "Numbers by country":
        - heading "Numbers by country" [level=2]
        - text: All 60 numbers
        - button "Show Numbers by country as table"
        - button "Copy Numbers by country as a table"
        - button "Save Numbers by country as a picture"
        - group /^World map/:
          - 'button /^Germany: \d+ numbers?, \d+%$/'
        - list "Numbers by shade"
        - button "Enlarge Europe"
        - list "Countries, most numbers first":
          - listitem:
            - 'button /: \d+ numbers, \d+%$/'
      - figure "Rented by month":
        - listbox "Months":
          - 'option /^\w+ \d{4}: \d+ numbers?, \d+%$/'
    `,
  );
  await overview.getByRole('button', { name: 'Show Numbers by type as table' }).click();
  await snapshot(
    overview.getByRole('figure', { name: 'Numbers by type' }),
    String.raw`
    - figure "Numbers by type":
      - button "Show Numbers by type as table" [pressed]
      - region "Numbers by type, table":
        - table "Numbers by type":
          - rowgroup:
            - row "Type Numbers Share":
              - columnheader "Type"
              - columnheader "Numbers"
              - columnheader "Share"
          - rowgroup:
            - row /^Local \d+ [\d.]+%$/:
              - rowheader "Local"
              - cell /^\d+$/
              - cell /^[\d.]+%$/
    `,
  );
});

test('the command palette: a box, its options, and how far a search reached', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer();
  await page.goto(url);
  await loadedAhead(page);
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog');
  const box = palette.getByRole('combobox', { name: 'Number or command' });
  await expect(box).toBeFocused();
  await snapshot(
    palette,
    `
    - dialog "Commands":
      - heading "Commands" [level=2]
      - combobox "Number or command" [expanded]
      - listbox "Commands":
        - group "Load":
          - option "Load all" [selected]
        - group "Page":
          - option "Keyboard shortcuts"
    `,
  );
  await box.fill('44');
  await snapshot(
    palette,
    String.raw`
    - dialog "Commands":
      - listbox "Commands":
        - group "Numbers":
          - option /^\+[\d ]*44[\d ]* / [selected]
      - status: /of 100 loaded rows match/
    `,
  );
});

test('the sheet of keys names the keys that are shown as a symbol', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await openWhole(page, url);
  await page.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('?');
  await snapshot(
    page.getByRole('dialog'),
    `
    - dialog "Keyboard shortcuts":
      - heading "Keyboard shortcuts" [level=2]
      - button "Close"
      - region "Everywhere":
        - heading "Everywhere" [level=3]
        - term: Slash
        - definition: Go to the search box
        - term: Question mark
        - definition: Keyboard shortcuts
      - region "In the table":
        - term: Up arrow or Down arrow or Left arrow or Right arrow
        - definition: Move from cell to cell
        - term: Space
        - definition: Select or deselect the row
      - region "On the header of a column":
        - term: Alt Shift Left arrow or Alt Shift Right arrow
        - definition: Move the column left or right; also in the Columns menu
    `,
  );
});
