/** A text, or what keeps it from being one, as the end of a sentence about it. */
export type ReadText = { text: string; fault?: never } | { text?: never; fault: string };

/** A byte-order mark of UTF-16, or the zero bytes that ASCII has in it. */
const isUtf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  bytes.includes(0);

/** Reads UTF-8, without the byte-order mark that some editors put before it. */
export function readUtf8(bytes: Uint8Array): ReadText {
  if (isUtf16(bytes)) return { fault: 'is UTF-16 and has to be saved as UTF-8' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { fault: 'is not UTF-8 and has to be saved so' };
  }
}

/**
 * A secret as it was written: only the line breaks that end a file are no part of it. What nobody
 * would type is refused, as it would otherwise fail later and elsewhere, without a reason.
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
