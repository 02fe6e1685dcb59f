import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ask } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { requireProgram } from '../programs.ts';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const aHash = /scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}/;

/**
 * Runs a command and writes `text` to its standard input after its prompt, and then ends the input
 * or not.
 */
async function run([file, ...args]: [string, ...string[]], text: string, ends: boolean) {
  const child = spawn(file, args, { env: { PATH: process.env.PATH }, stdio: 'pipe' });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      written[name] += part;
    });
  }
  if (ends) child.stdin.end(text);
  else {
    await expect.poll(() => written.stdout).toContain('Password: ');
    child.stdin.write(text);
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
}

const piped = (text: string) => run([process.execPath, main, 'hash-password'], text, true);
const typed = (text: string) =>
  run(
    [
      requireProgram('script'),
      '-qec',
      `"${process.execPath}" "${main}" hash-password`,
      '/dev/null',
    ],
    text,
    false,
  );

test('O17 a pipe needs no line end, and the printed hash fits the password', async ({ serve }) => {
  const { code, stdout, stderr } = await piped('correct horse');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^${aHash.source}\n$`));
  const { url } = await serve({ DASHBOARD_PASSWORD_HASH: stdout });
  const enter = (password: string) =>
    ask(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password }),
    });
  expect((await enter('correct horse')).status).toBe(200);
  expect((await enter('correct horse\n')).status).toBe(401);
});

for (const [text, words] of [
  ['', 'is empty'],
  ['short\n', 'at least 8 characters'],
  ['correct\nhorse\n', 'more than one line'],
  ['correct horse \n', 'begins or ends with a space'],
] as const) {
  test(`O17 and O21 a pipe that says ${JSON.stringify(text)} is refused`, async () => {
    const { code, stdout, stderr } = await piped(text);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^The password [^\\n]*${words}[^\\n]*\\n$`));
  });
}

test('O17 a terminal shows nothing of what is typed', async () => {
  // Backspace deletes the wrong character before the last one.
  const { code, stdout } = await typed('correct horsx\u007fe\r');
  expect(code).toBe(0);
  expect(stdout).toMatch(aHash);
  expect(stdout.replace(aHash, '')).toBe('Password: \r\n\r\n');
});

test('O17 Ctrl C at the terminal gives no hash', async () => {
  const { code, stdout } = await typed('correct\u0003');
  expect(code).toBe(1);
  expect(stdout).toBe('Password: \r\nThe password was not given.\r\n');
});
