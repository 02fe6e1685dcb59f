import { existsSync } from 'node:fs';
import { type BrowserType, chromium, firefox, webkit } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import type { ProgramName } from '../programs.ts';
import type { Engine, Preferences } from './driver.ts';
import { startFirefoxEsr } from './drivers/firefox-esr.ts';
import { startPlaywright } from './drivers/playwright.ts';
import { startWebKitGtk } from './drivers/webkit-gtk.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export interface EngineSource {
  /** The programs that the engine needs on this machine. */
  programs: readonly ProgramName[];
  /** Starts a browser; its programs must be installed. Only Firefox uses the preferences. */
  start(preferences: Preferences): Promise<Engine>;
}

const playwrightTypes: Record<EngineName, BrowserType> = { chromium, firefox, webkit };

/** Where an engine comes from: Playwright's own build, else Debian's packages. */
export function engineSource(name: EngineName): EngineSource {
  const type = playwrightTypes[name];
  if (name === 'chromium')
    return { programs: [], start: () => startPlaywright(type, { executablePath: findChromium() }) };
  if (existsSync(type.executablePath()))
    return { programs: [], start: (preferences) => startPlaywright(type, { preferences }) };
  if (name === 'firefox') return { programs: ['Firefox'], start: startFirefoxEsr };
  return {
    programs: ['WebKitWebDriver', 'MiniBrowser', 'Xvfb', 'xdotool'],
    start: startWebKitGtk,
  };
}
