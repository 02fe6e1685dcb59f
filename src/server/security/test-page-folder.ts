import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** For specs: a folder like that of the built page, with a secret just outside of it. */
export function createPageFolder() {
  const outside = mkdtempSync(join(tmpdir(), 'rented-numbers-'));
  const clientDir = join(outside, 'client');
  mkdirSync(join(clientDir, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'outside of the folder');
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html>');
  writeFileSync(join(clientDir, 'assets', 'index-A1.js'), 'export {};');
  writeFileSync(join(clientDir, 'assets', 'index-A1.js.gz'), gzipSync('export {};'));
  return { clientDir, remove: () => rmSync(outside, { recursive: true }) };
}
