/** A text, or its fault as the end of a sentence about it. */
export type ReadText = { text: string; fault?: never } | { text?: never; fault: string };

/** Whether bytes have a byte-order mark of UTF-16, or the zero bytes of ASCII in UTF-16. */
const isUtf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  bytes.includes(0);

/** Reads UTF-8, and drops the byte-order mark that some editors write. */
export function readUtf8(bytes: Uint8Array): ReadText {
  if (isUtf16(bytes)) return { fault: 'is UTF-16 and has to be saved as UTF-8' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { fault: 'is not UTF-8 and has to be saved so' };
  }
}

/**
 * A secret as written; only line breaks at the end of the file are dropped. Characters that nobody
 * would type are refused here: elsewhere the secret would fail later, without a reason.
 */
export function readSecretText(written: string): ReadText {
  const text = written.replace(/(\r?\n)+$/, '');
  if (text.trim() === '') return { fault: 'is empty' };
  if (/[\r\n\p{Zl}\p{Zp}]/u.test(text)) return { fault: 'has more than one line' };
  if (/\p{Cc}/u.test(text)) return { fault: 'has a control character in it' };
  if (/\p{Cf}/u.test(text)) return { fault: 'has an invisible character in it' };
  if (text !== text.trim()) return { fault: 'begins or ends with a space' };
  return { text };
}
