import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Outcome } from './outcome.ts';
import { round } from './statistics.ts';

const mostKib = 125;

/**
 * The size of every script that index.html names; all of them load before the first row is drawn.
 */
export async function benchScriptSize(clientFolder: string): Promise<Outcome> {
  const html = await readFile(join(clientFolder, 'index.html'), 'utf8');
  const named = html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g);
  const files = [...new Set([...named].map(([, path]) => path ?? ''))];
  if (files.length === 0) throw new Error('index.html names no script.');
  const sizes: Record<string, number> = {};
  for (const file of files) {
    const content = await readFile(join(clientFolder, file));
    sizes[file] = gzipSync(content, { level: 9 }).length;
  }
  const kib = Object.values(sizes).reduce((sum, size) => sum + size, 0) / 1024;
  return {
    measured: `${round(kib, 1)} KiB in ${files.length} files`,
    reached: kib <= mostKib,
    figures: { kib, sizes },
  };
}
