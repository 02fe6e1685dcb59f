import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

/** Measurements, which assert no time and are not part of npm test. */
export default defineConfig(base, {
  testDir: '.',
  testMatch: 'export-frames.ts',
  outputDir: '../../test-results/bench',
  globalSetup: '../global-setup.ts',
  workers: 1,
  timeout: 120_000,
  use: { trace: 'off' },
});
