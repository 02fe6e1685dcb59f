import { createInterface } from 'node:readline/promises';
import { hashPassword } from './guard/password.ts';

/** Asks for a password on standard input, never as an argument, and prints its hash. */
export async function printPasswordHash(): Promise<void> {
  const input = createInterface({ input: process.stdin, output: process.stderr });
  const password = await input.question('Password: ');
  input.close();
  if (password.length < 8) {
    process.stderr.write('The password must have at least 8 characters.\n');
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${await hashPassword(password)}\n`);
}
