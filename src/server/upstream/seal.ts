import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const macBytes = 16;

/** Turns values into opaque text that a browser may hold, and back. */
export interface Seal {
  /** @param scope the use of the text, such as the filters of a list; a JSON value as well. */
  seal(value: unknown, scope: unknown): string;
  /** @returns the value, or undefined when the text is not ours or was sealed for another scope. */
  open(text: string, scope: unknown): unknown;
}

/**
 * The text holds the value as JSON, and a MAC over account, scope and value. The key is derived
 * from the credentials, so that every process of one deployment reads the texts of the others.
 *
 * @param purpose a seal never opens a text that was sealed for another purpose.
 */
export function createSeal(accountSid: string, authToken: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', authToken, '', `rented-numbers ${purpose}`, 32));
  const mac = (payload: string, scope: unknown) =>
    createHmac('sha256', key)
      .update(JSON.stringify([accountSid, scope, payload]))
      .digest()
      .subarray(0, macBytes);

  return {
    seal(value, scope) {
      const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${payload}.${mac(payload, scope).toString('base64url')}`;
    },
    open(text, scope) {
      const [payload = '', tag = '', ...rest] = text.split('.');
      const given = Buffer.from(tag, 'base64url');
      if (
        rest.length > 0 ||
        given.length !== macBytes ||
        // Node reads base64url leniently; only our own spelling of a tag is accepted.
        given.toString('base64url') !== tag ||
        !timingSafeEqual(given, mac(payload, scope))
      ) {
        return undefined;
      }
      return JSON.parse(Buffer.from(payload, 'base64url').toString());
    },
  };
}
