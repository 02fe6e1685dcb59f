import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { allLoaded, grid, toggleColumns } from './table.ts';

const few = { SANDBOX_NUMBERS: '40' };
const menu = (page: Page) => page.getByRole('button', { name: /^Views?\b/ });
const panel = (page: Page) => page.getByRole('region', { name: 'Views' });
const header = (page: Page, name: string) => page.getByRole('columnheader', { name });

async function saveAs(page: Page, name: string) {
  await menu(page).click();
  await panel(page).getByRole('textbox', { name: 'View name' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeHidden();
}

test('a view keeps filters, search, sort and columns, by name and over a reload', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?country_code=GB&q=4&sort=-created`);
  await expect(allLoaded(page)).toBeVisible();
  await toggleColumns(page, 'Type');
  await saveAs(page, 'UK newest');
  await expect(menu(page)).toHaveAccessibleName('View UK newest');

  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset columns' }).click();
  await page.keyboard.press('Escape');
  await page.goto(url);
  await expect(header(page, 'Type')).toBeVisible();

  await menu(page).click();
  await panel(page).getByRole('button', { name: 'UK newest', exact: true }).click();
  await expect(page).toHaveURL(`${url}/?country_code=GB&q=4&sort=-created&view=UK+newest`);
  await expect(header(page, 'Type')).toBeHidden();
  await page.reload();
  await expect(menu(page)).toHaveAccessibleName('View UK newest');
  await expect(page.getByText('Modified:')).toBeHidden();
});

test('says when the page no longer matches the view; saves or goes back', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?type=local`);
  await expect(allLoaded(page)).toBeVisible();
  await saveAs(page, 'Local');
  await page.getByRole('radio', { name: 'Yes' }).first().check({ force: true });
  await expect(page.getByText('Modified:')).toBeVisible();
  await page.getByRole('button', { name: 'Reset to view Local as saved' }).click();
  await expect(page).toHaveURL(`${url}/?type=local&view=Local`);
  await expect(page.getByText('Modified:')).toBeHidden();
  await expect(menu(page)).toBeFocused();

  await toggleColumns(page, 'Rented');
  await page.getByRole('button', { name: 'Save the changes to view Local' }).click();
  await expect(page.getByText('Modified:')).toBeHidden();
  await expect(menu(page)).toBeFocused();
});

test('the palette switches views; a deleted one leaves the focus in the menu', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?type=mobile`);
  await expect(allLoaded(page)).toBeVisible();
  await saveAs(page, 'Phones of the field team');
  await page.goto(url);
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('field team');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${url}/?type=mobile&view=Phones+of+the+field+team`);
  await menu(page).click();
  await panel(page).getByRole('button', { name: 'Delete view Phones of the field team' }).click();
  await expect(panel(page).getByText(/^No saved views yet/)).toBeVisible();
  await expect(panel(page).getByRole('textbox')).toBeFocused();
  await expect(page).toHaveURL(`${url}/?type=mobile`);
});

test('views are exported and imported, and a bad file is reported', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?voice=true`);
  await expect(allLoaded(page)).toBeVisible();
  await saveAs(page, 'Voice');
  await menu(page).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: 'Export' }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file).toMatchObject({ version: 1, views: [{ name: 'Voice', query: 'voice=true' }] });

  file.views.push(
    { name: 'From afar', query: 'type=sip&planet=mars', table: { version: 1, order: ['wings'] } },
    7,
  );
  await page.getByLabel('File of saved views').setInputFiles({
    name: 'views.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(panel(page).getByRole('status')).toContainText(
    '“From afar” is without planet=mars, the column wings.',
  );
  await expect(panel(page).getByRole('status')).toContainText('View 3 cannot be read.');
  await expectNoViolations(page);
  await panel(page).getByRole('button', { name: 'From afar', exact: true }).click();
  await expect(page).toHaveURL(`${url}/?type=sip&view=From+afar`);
});

test('stored views that no longer parse break nothing', async ({ page, sharedServer }) => {
  const { url } = await sharedServer(few);
  await page.addInitScript(() => localStorage.setItem('views', '{"version":9,"views":"?"}'));
  await page.goto(`${url}/?view=Gone`);
  await expect(allLoaded(page)).toBeVisible();
  await expect(page).toHaveURL(`${url}/`);
  await menu(page).click();
  await expect(panel(page).getByRole('status')).toContainText('no saved views');
});

test('a link brings its columns, and the reader’s own come back', async ({
  page,
  sharedServer,
}) => {
  const { url } = await sharedServer(few);
  await page.goto(`${url}/?type=local&columns=number,mode`);
  await expect(allLoaded(page)).toBeVisible();
  await expect(grid(page).getByRole('columnheader')).toHaveText(['Number', 'Mode']);
  await expect(page).toHaveURL(`${url}/?type=local`);
  await page.getByRole('button', { name: 'Back to my columns' }).click();
  await expect(header(page, 'Country')).toBeVisible();
  await expect(menu(page)).toBeFocused();
});
