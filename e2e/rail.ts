import type { Locator, Page } from '@playwright/test';

export const rail = (page: Page): Locator => page.getByRole('navigation', { name: 'Filters' });

export const facet = (page: Page, name: 'Country' | 'Type'): Locator =>
  rail(page).getByRole('region', { name });

/** The button of a value; its name ends with the count, if the value has one. */
export const facetValue = (page: Page, name: 'Country' | 'Type', value: string): Locator =>
  facet(page, name).getByRole('button', { name: new RegExp(`^${value}( ?[\\d,]+)?$`) });

/** Every value of a facet with its count; 0 when none is shown. */
export async function facetCounts(
  page: Page,
  name: 'Country' | 'Type',
): Promise<Record<string, number>> {
  const more = facet(page, name).getByRole('button', { name: /more…$/ });
  if (await more.isVisible()) await more.click();
  const texts = await facet(page, name).locator('button[aria-pressed]').allInnerTexts();
  return Object.fromEntries(
    texts.map((text) => {
      const [value = '', count = '0'] = text.split('\n').filter((line) => line.trim() !== '');
      return [value.trim(), Number(count.replaceAll(',', ''))];
    }),
  );
}
