import { expect, test } from './fixtures.ts';
import { facetValue } from './rail.ts';
import { bodyRows, grid, statusLine } from './table.ts';

test.use({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });

const british = 'Vereinigtes Königreich';

test('countries, counts and dates are as the reader writes them', async ({ page, serve }) => {
  const { url } = await serve();
  await page.goto(`${url}/?country_code=GB,international`);
  await page.getByRole('button', { name: 'Load all', exact: true }).click();
  await expect(statusLine(page)).toContainText(/^All 1\.\d{3} loaded at \d\d:\d\d/);

  const countries = grid(page).getByRole('gridcell', { name: british });
  await expect(countries.first()).toBeVisible();
  await expect(bodyRows(page).first()).toContainText(/\d\d\.\d\d\.\d{4}/);
  await expect(facetValue(page, 'Country', british)).toBeVisible();
  await expect(
    page.getByRole('button', { name: `Remove filter Country ${british} or International` }),
  ).toBeVisible();

  await page.getByRole('textbox', { name: 'Search numbers' }).fill('königreich');
  await expect(statusLine(page)).toContainText(/ of all 1\.\d{3} rows match/);
  await expect(bodyRows(page).first()).toContainText(british);

  await bodyRows(page).first().click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(new RegExp(`^${british} · .* · rented \\d\\d\\.`))).toBeVisible();
  await expect(panel.getByText('GB, United Kingdom in the API')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Number or command' }).fill('kroatien');
  await expect(page.getByRole('option', { name: 'Country: Kroatien' })).toBeVisible();
});

test('a sort by country follows the names that are shown', async ({ page, serve }) => {
  const { url } = await serve();
  await page.goto(`${url}/?country_code=GB,SE,DE,AT&sort=-country`);
  await page.getByRole('button', { name: 'Load all', exact: true }).click();
  await expect(statusLine(page)).toContainText('loaded at');
  await expect(bodyRows(page).first()).toContainText(british);
  await page.goto(`${url}/?country_code=GB,SE,DE,AT&sort=country`);
  await expect(bodyRows(page).first()).toContainText('Deutschland');
});
