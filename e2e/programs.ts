import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from '@playwright/test';

/** The programs that tests use, by name, with the names of their executables. */
export const programs = {
  // The full Chromium, which reads the settings of a profile; the headless shell does not.
  Chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  nginx: ['nginx'],
  Caddy: ['caddy'],
  HAProxy: ['haproxy'],
  Redis: ['redis-server'],
  LibreOffice: ['soffice', 'libreoffice'],
  OpenSSL: ['openssl'],
  tinyproxy: ['tinyproxy'],
  Firefox: ['firefox-esr', 'firefox'],
  WebKitWebDriver: ['WebKitWebDriver'],
  MiniBrowser: ['MiniBrowser'],
  Xvfb: ['Xvfb'],
  xdotool: ['xdotool'],
  script: ['script'],
  'systemd-analyze': ['systemd-analyze'],
} as const satisfies Record<string, readonly string[]>;

export type ProgramName = keyof typeof programs;

/** The type of annotation that names the missing program of a skipped test. */
export const leftOutFor = 'left out for want of';

/** Debian's folders of MiniBrowser, by architecture and version of GTK. */
const browserFolders = (existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])
  .filter((name) => name.endsWith('-linux-gnu'))
  .flatMap((name) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((folder) => `/usr/lib/${name}/${folder}`),
  );

/**
 * The folders of the PATH, and those outside the PATH in which Debian installs servers and
 * MiniBrowser.
 */
const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  ...browserFolders,
];

/** The first executable of these names in the folders above. */
export const findExecutable = (names: readonly string[]): string | undefined =>
  folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);

export const findProgram = (name: ProgramName): string | undefined =>
  findExecutable(programs[name]);

/** @throws when the program is not installed. */
export function programPath(name: ProgramName): string {
  const executable = findProgram(name);
  if (executable === undefined) throw new Error(`${name} is not installed.`);
  return executable;
}

/**
 * Skips a test whose program is missing; the end of the run names the program. With
 * `REQUIRE_PROGRAMS=true` the test fails instead.
 *
 * @returns the program's executable.
 */
export function requireProgram(name: ProgramName): string {
  const executable = findProgram(name);
  if (executable !== undefined) return executable;
  if (process.env.REQUIRE_PROGRAMS === 'true') throw new Error(`${name} is not installed.`);
  test.info().annotations.push({ type: leftOutFor, description: name });
  test.skip(true, `${name} is not installed.`);
  throw new Error('A skipped test goes on.');
}
