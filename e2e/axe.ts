import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules about colours. Nothing else differs between the themes. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Expects that axe finds nothing in the light theme, and no bad colours in the dark one. */
export async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // The legacy mode is enough, as the page has no frames; the other mode opens a further page
    // each time.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (colorScheme === 'light'
      ? axe
      : axe.withRules(colourRules)
    ).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
    expect.soft(found, colorScheme).toEqual([]);
  }
}
