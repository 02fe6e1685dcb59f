import { expect, type Page } from '@playwright/test';
import { allLoaded } from './table.ts';

export const overview = (page: Page) => page.getByRole('region', { name: 'Overview' });
export const figure = (page: Page, name: string) => page.getByRole('figure', { name });
export const worldMap = (page: Page) =>
  figure(page, 'Numbers by country').getByRole('group', { name: /^World map/ });
export const tooltip = (page: Page) => page.getByRole('tooltip');

export const loadCharts = (page: Page) =>
  overview(page).getByRole('button', { name: 'Load all' }).click();

export async function openWhole(page: Page, url: string, search = '') {
  await page.goto(`${url}/?show=overview${search}`);
  await loadCharts(page);
  await expect(allLoaded(page)).toBeVisible();
}
