import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Environment } from '../environment.ts';

const macBytes = 16;

/** Turns values into opaque text that a browser may hold, and back. */
interface Seal {
  /** @param scope the use of the text, such as the filters of a list; a JSON value as well. */
  seal(value: unknown, scope: unknown): string;
  /** @returns the value, or undefined when the text is not ours or was sealed for another scope. */
  open(text: string, scope: unknown): unknown;
}

/** Secrets that keys are derived from: the first seals, all open. */
export type SealKeys = readonly [string, ...string[]];

/** The seal keys of this moment: they may change while the server runs. */
export type ReadSealKeys = () => SealKeys;

const deriveKey = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `rented-numbers ${purpose}`, 32));

/**
 * The text holds the value as JSON, and a MAC over account, scope and value. Every process with one
 * of the keys reads the texts of the others.
 *
 * @param purpose a seal never opens a text that was sealed for another purpose.
 */
export function createSeal(accountSid: string, keys: ReadSealKeys, purpose: string): Seal {
  const derived = new Map<string, Buffer>();

  function keyOf(secret: string): Buffer {
    const key = derived.get(secret) ?? deriveKey(secret, purpose);
    derived.set(secret, key);
    return key;
  }
  const mac = (secret: string, payload: string, scope: unknown) =>
    createHmac('sha256', keyOf(secret))
      .update(JSON.stringify([accountSid, scope, payload]))
      .digest()
      .subarray(0, macBytes);

  return {
    seal(value, scope) {
      const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${payload}.${mac(keys()[0], payload, scope).toString('base64url')}`;
    },
    open(text, scope) {
      const [payload = '', tag = '', ...rest] = text.split('.');
      const given = Buffer.from(tag, 'base64url');
      if (
        rest.length > 0 ||
        given.length !== macBytes ||
        // Node reads base64url leniently; only our own spelling of a tag is accepted.
        given.toString('base64url') !== tag ||
        !keys().some((secret) => timingSafeEqual(given, mac(secret, payload, scope)))
      ) {
        return undefined;
      }
      return JSON.parse(Buffer.from(payload, 'base64url').toString());
    },
  };
}

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
