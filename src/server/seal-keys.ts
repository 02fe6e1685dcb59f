import type { Environment } from './environment.ts';
import type { SealKeys } from './upstream/seal.ts';

/** Every key costs one more computation for a cursor that no key opens. */
const mostKeys = 8;
/** The length of the digest (SHA-256) that uses the keys. */
const fewestBytes = 32;

/**
 * The keys of `SEAL_KEYS_FILE`, one a line: the first seals, all open. null without such a file;
 * the keys are then derived from the tokens of the accounts.
 */
export function readSealKeys(env: Environment): SealKeys | null {
  const file = env.file('SEAL_KEYS_FILE');
  if (file === undefined) return null;
  const { path, text } = file;
  const keys = text.split(/\r?\n/).map((line) => line.trim());
  const short = keys.findIndex((key) => key !== '' && Buffer.byteLength(key) < fewestBytes);
  if (short >= 0) {
    env.refuse(
      `Line ${short + 1} of SEAL_KEYS_FILE ${path} is shorter than ${fewestBytes} bytes: make each key with openssl rand -base64 32.`,
    );
    return null;
  }
  const [first, ...others] = keys.filter((key) => key !== '');
  if (first === undefined) {
    env.refuse(`SEAL_KEYS_FILE names a file that is empty: ${path}.`);
    return null;
  }
  if (others.length >= mostKeys) {
    env.refuse(`SEAL_KEYS_FILE names a file with more than ${mostKeys} keys: ${path}.`);
    return null;
  }
  env.files.push(path);
  return [first, ...others];
}
