import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

const executablePath = findChromium();

/** Tests that open no page: they ask servers, and wait most of the time. */
const withoutPage = [
  'faults/every-*.spec.ts',
  'faults/{hostile-clients,outage,rate-limits,stopping,streams}.spec.ts',
  'history/{keeper,notices}.spec.ts',
  'operators/*.spec.ts',
  'security/wire.spec.ts',
  'surroundings/{proxy-waits,upstream-connections}.spec.ts',
  'team/{accounts,budget,failures,load-all,memory,rolling,sessions,stores,walks}.spec.ts',
];

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  // A page keeps one core busy. The tests that wait have room beside two of them.
  workers: 4,
  projects: [
    { name: 'servers', testMatch: withoutPage, workers: 2 },
    // The tests of all engines have a command of their own.
    { name: 'pages', testIgnore: ['engines/**', ...withoutPage], workers: 2 },
  ],
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
