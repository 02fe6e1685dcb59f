import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { allLoaded, bodyRows, exportChoices, readList } from '../table.ts';

/** The notice about the list beside the rows; there is never more than one. */
export const notices = (page: Page): Locator =>
  page.getByRole('main').locator('[role=alert], [role=group][aria-label]');

export const tryAgain = (page: Page): Locator =>
  page.getByRole('alert').getByRole('button', { name: 'Try again' });

/** The numbers in an export of the page's rows, and the name of the file. */
export async function exportRows(page: Page): Promise<{ name: string; numbers: string[] }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await exportChoices(page).getByRole('button', { name: /^JSON/ }).click();
  const file = await download;
  const rows: { number: string }[] = JSON.parse(await readFile(await file.path(), 'utf8'));
  return { name: file.suggestedFilename(), numbers: rows.map(({ number }) => number) };
}

/** The numbers shown, as digits, from the top of the list to its end. */
export async function readNumbers(page: Page, end = allLoaded(page)): Promise<string[]> {
  await expect(bodyRows(page).first()).toBeVisible();
  const rows = await readList(page, { end });
  return rows.map((row) => (row.Number ?? '').replace(/\D/g, ''));
}
