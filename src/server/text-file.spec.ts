import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTokenFile } from './text-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'rented-numbers-'));
const file = (name: string) => join(folder, name);
writeFileSync(file('good'), 'a-test-token\n');
writeFileSync(file('two-lines'), 'a-test-token\nanother\n');
execFileSync('mkfifo', [file('pipe')]);
afterAll(() => rmSync(folder, { recursive: true }));

test('the token is read without its line break', () => {
  expect(readTokenFile(file('good'))).toBe('a-test-token');
});

// A pipe that nobody writes to would otherwise stop the server.
test.each(['missing', 'two-lines', '.', 'pipe'])('%s is no token', (name) => {
  expect(readTokenFile(file(name))).toBeNull();
});
