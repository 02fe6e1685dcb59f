import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from '@playwright/test';

/** The programs that tests use beside a browser, by what people call them: their executables. */
export const programs = {
  // With its settings, which its shell does not read.
  Chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  nginx: ['nginx'],
  Caddy: ['caddy'],
  HAProxy: ['haproxy'],
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

/** The kind of annotation that names a program a test was left out for. */
export const leftOutFor = 'left out for want of';

/** Debian's folders of MiniBrowser: one for the machine's kind, one for the version of GTK. */
const browserFolders = (existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])
  .filter((name) => name.endsWith('-linux-gnu'))
  .flatMap((name) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((folder) => `/usr/lib/${name}/${folder}`),
  );

/** Debian keeps servers and the browser of WebKitGTK where the PATH does not look. */
const folders = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  ...browserFolders,
];

/** The first executable of these names in the folders of the PATH. */
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
 * Leaves a test out where a program is missing, and has the end of the run name the program.
 * With `REQUIRE_PROGRAMS=true` the test fails instead: there nothing may be left out.
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
