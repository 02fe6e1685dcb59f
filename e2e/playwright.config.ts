import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  // The tests of all engines have a command of their own.
  testIgnore: 'engines/**',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  failOnFlakyTests: true,
  // Long enough for a busy machine; no test here measures speed.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./left-out-reporter.ts']],
  use: {
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    // Tracing costs a fifth of the time. `--trace retain-on-failure` turns it on.
    trace: 'off',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // The sandbox of Chromium needs user namespaces, which containers and root do not have. These
      // tests open only our own pages.
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
});
