import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findExecutable, programs } from './programs.ts';

// The shell comes first: it draws no windows, which saves a third of the time of a run.
const names = ['chromium-headless-shell', ...programs.Chromium];

/**
 * The Chromium to test with: CHROMIUM_PATH, else Playwright's own, else one on the PATH.
 * @throws when CHROMIUM_PATH is set but names no file, as another browser would not be the chosen
 * one.
 */
export function findChromium(): string | undefined {
  const wished = process.env.CHROMIUM_PATH;
  if (wished !== undefined && wished !== '') {
    if (existsSync(wished)) return wished;
    throw new Error(`CHROMIUM_PATH names no file: ${wished}`);
  }
  const own = chromium.executablePath();
  return existsSync(own) ? own : findExecutable(names);
}

function attempt(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'inherit' });
    return true;
  } catch {
    return false;
  }
}

/** Installs a Chromium if there is none: Playwright's own, else Debian's package. */
export function installChromium(): void {
  if (findChromium()) return;
  if (attempt('npx', ['playwright', 'install', '--with-deps', 'chromium']) && findChromium())
    return;
  if (existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const [command = '', ...args] = [...sudo, 'apt-get'];
    attempt(command, [...args, 'update', '-qq']);
    const install = (name: string) =>
      attempt(command, [...args, 'install', '-y', '-qq', '--no-install-recommends', name]);
    // Older releases of Debian have no package of the shell alone.
    if (!install('chromium-headless-shell')) install('chromium');
  }
  if (findChromium()) return;
  throw new Error(
    'The end-to-end tests need a Chromium and none could be installed. Install one (for example ' +
      '"npx playwright install --with-deps chromium" or "apt-get install chromium") or set ' +
      'CHROMIUM_PATH to its executable, then run npm test again.',
  );
}
