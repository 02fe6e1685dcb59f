import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

// The configuration of the page's own tests ignores this folder.
const { testIgnore: _, ...shared } = base;

/** The main flows in three engines; a project is named after its engine. */
export default defineConfig(shared, {
  testDir: '.',
  outputDir: '../../test-results/engines',
  globalSetup: '../global-setup.ts',
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['../left-out-reporter.ts']],
  projects: [
    { name: 'chromium', testIgnore: 'firefox-*.spec.ts' },
    { name: 'firefox' },
    { name: 'webkit', testIgnore: 'firefox-*.spec.ts' },
  ],
});
