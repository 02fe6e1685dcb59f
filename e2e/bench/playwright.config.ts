import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

/** Measurements; they assert no time and are not part of npm test. */
export default defineConfig(base, {
  testDir: '.',
  testMatch: 'bench.ts',
  outputDir: '../../test-results/bench-run',
  globalSetup: '../global-setup.ts',
  workers: 1,
  timeout: 900_000,
  reporter: [['line']],
  use: { trace: 'off', actionTimeout: 20_000 },
});
