import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  // These have a command of their own.
  testIgnore: 'engines/**',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  failOnFlakyTests: true,
  // Long enough for a machine whose cores have other work: how fast things are is no test's matter.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./left-out-reporter.ts']],
  use: {
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    // A trace takes a fifth of the time: `--trace retain-on-failure` records one.
    trace: 'off',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // The sandbox of Chromium needs user namespaces, which containers and root do not have; the
      // pages tested are ours, on loopback.
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
});
