import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Row } from './outcome.ts';

const reachedWords = (reached: boolean | null) =>
  reached === null ? '—' : reached ? 'yes' : '**no**';

const cells = (...texts: string[]) =>
  `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;

export const loadWords = () =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(' ');

interface Run {
  rows: readonly Row[];
  chromium: string;
  loadBefore: string;
}

/** The table, and the circumstances of the measurement. */
export function toMarkdown({ rows, chromium, loadBefore }: Run): string {
  const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}`;
  return [
    cells('what', 'to reach', 'measured', 'reached'),
    cells('---', '---', '---', '---'),
    ...rows.map((row) => cells(row.what, row.toReach, row.measured, reachedWords(row.reached))),
    '',
    `Chromium ${chromium}, Node ${process.versions.node}, ${machine}; load average ${loadBefore} before, ${loadWords()} after.`,
  ].join('\n');
}

/** Prints the table, and writes it and all figures into a folder. */
export function report(run: Run, folder: string): void {
  const markdown = toMarkdown(run);
  process.stdout.write(`\n${markdown}\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.md'), `${markdown}\n`);
  const figures = { at: new Date().toISOString(), ...run, loadAfter: loadWords() };
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
