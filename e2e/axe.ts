import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules about colours. Nothing else differs between the themes. */
const colourRules = ['color-contrast', 'link-in-text-block'];

const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as {
  source: string;
};

/** The builder would send its half megabyte of code twice for each look. */
async function axeIn(page: Page): Promise<AxeBuilder> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  // The legacy mode is enough, as the page has no frames; the other mode opens a further page each
  // time. Only violations are described, as the description of what passes takes longer.
  return new AxeBuilder({ page, axeSource: 'true' })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
}

/**
 * Expects that axe finds nothing in the light theme, and no bad colours in the dark one.
 *
 * @param state the name of what is on screen, where a test looks several times.
 */
export async function expectNoViolations(page: Page, state = 'the page'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = await axeIn(page);
    const { violations } = await (colorScheme === 'light'
      ? axe
      : axe.withRules(colourRules)
    ).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
  }
}
