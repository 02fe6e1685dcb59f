import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, BrowserType } from '@playwright/test';
import type { Driver, Engine, Preferences } from '../driver.ts';
import { seenErrors, watchErrors } from '../watch-errors.ts';
import { firefoxPreferences } from './firefox-preferences.ts';

async function openTab(context: BrowserContext): Promise<Driver> {
  const page = await context.newPage();
  const downloads = await mkdtemp(join(tmpdir(), 'downloads-'));
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  page.on('download', (download) => {
    void download.saveAs(join(downloads, download.suggestedFilename()));
  });
  await context.addInitScript({ content: `(${watchErrors})('policy only')` });
  return {
    downloads,
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    move: (x, y) => page.mouse.move(x, y),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    wheel: (notches) => page.mouse.wheel(0, notches * 100),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    errors: async () => [...errors, ...((await page.evaluate(seenErrors)) as string[])],
    close: async () => {
      await context.close();
      await rm(downloads, { recursive: true });
    },
  };
}

/** An engine that Playwright drives: Chromium, and its own builds of Firefox and WebKit. */
export async function startPlaywright(
  type: BrowserType,
  {
    executablePath,
    preferences,
  }: { executablePath?: string | undefined; preferences?: Preferences },
): Promise<Engine> {
  const browser = await type.launch({
    ...(executablePath !== undefined && { executablePath }),
    ...(type.name() === 'chromium' && {
      args: ['--no-sandbox', '--disable-background-networking'],
    }),
    ignoreDefaultArgs: ['--hide-scrollbars'],
    firefoxUserPrefs: { ...firefoxPreferences, ...preferences },
    env: { ...process.env, GTK_OVERLAY_SCROLLING: '0' },
  });
  const options = { viewport: { width: 1440, height: 900 } };
  return {
    newTab: async () => openTab(await browser.newContext(options)),
    close: () => browser.close(),
  };
}
