import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's recommendation for scrypt: 32 MiB and, on a small server, about 80 ms for each try. */
const cost = { N: 32_768, r: 8, p: 3 };
const keyBytes = 32;
const pattern = /^scrypt\$32768\$8\$3\$([\w-]{22})\$([\w-]{43})$/;

export const isPasswordHash = (text: string) => pattern.test(text);

const deriveKey = (password: string, salt: Buffer) =>
  derive(password.normalize('NFC'), salt, keyBytes, { ...cost, maxmem: 128 * 1024 * 1024 });

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string, salt = randomBytes(16)): Promise<string> {
  const key = await deriveKey(password, salt);
  const parameters = [cost.N, cost.r, cost.p].join('$');
  return `scrypt$${parameters}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Does the same work whatever the password is, and compares in constant time. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, salt = '', key = ''] = pattern.exec(hash) ?? [];
  const given = await deriveKey(password, Buffer.from(salt, 'base64url'));
  const wanted = Buffer.from(key, 'base64url');
  return wanted.length === given.length && timingSafeEqual(given, wanted);
}
