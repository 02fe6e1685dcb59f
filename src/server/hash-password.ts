import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { hashPassword } from './guard/password.ts';
import { shortestPassword } from './guard/sign-in-settings.ts';
import { type ReadText, readSecretText, readUtf8 } from './text-file.ts';

/** A line typed at the terminal without echo; null when the person gave up. */
function askHidden(prompt: string): Promise<string | null> {
  // In terminal mode readline echoes instead of the terminal; this output drops the echo.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const input = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(prompt);
  return new Promise((resolve) => {
    const answer = (line: string | null) => {
      resolve(line);
      input.close();
    };
    input.once('line', answer);
    input.once('SIGINT', () => answer(null));
    input.once('close', () => {
      process.stderr.write('\n');
      resolve(null);
    });
  });
}

async function readPassword(): Promise<ReadText> {
  if (!process.stdin.isTTY) {
    const read = readUtf8(Buffer.concat(await process.stdin.toArray()));
    return read.text === undefined ? read : readSecretText(read.text);
  }
  const line = await askHidden('Password: ');
  return line === null ? { fault: 'was not given' } : readSecretText(line);
}

/** Asks for a password, never as an argument, and prints its hash. */
export async function printPasswordHash(): Promise<void> {
  const { text, fault } = await readPassword();
  if (text === undefined || text.length < shortestPassword) {
    const words = fault ?? `must have at least ${shortestPassword} characters`;
    process.stderr.write(`The password ${words}.\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${await hashPassword(text)}\n`);
}
