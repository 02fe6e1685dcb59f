import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const keyOf = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'rented-numbers sign-in', 32));

/**
 * Encrypts a text for a browser to hold.
 * @param scope the use of the text; it opens for this use only.
 */
export function sealText(text: string, scope: string, secret: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyOf(secret), nonce).setAAD(Buffer.from(scope));
  const sealed = [nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
}

/** @returns the text, or null when no secret opens it for this use. */
export function openText(sealed: string, scope: string, secrets: readonly string[]): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  const tagAt = bytes.length - tagBytes;
  for (const secret of secrets) {
    try {
      const opening = createDecipheriv(cipher, keyOf(secret), bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(scope))
        .setAuthTag(bytes.subarray(tagAt));
      const text = opening.update(bytes.subarray(nonceBytes, tagAt));
      return Buffer.concat([text, opening.final()]).toString('utf8');
    } catch {
      // Sealed with another secret, or changed on the way.
    }
  }
  return null;
}
