import { closeSync, openSync, readSync, statSync } from 'node:fs';

const usualBytes = 64 * 1024;

/**
 * Reads a file of settings, which may be a pipe. A larger file, such as a log or a device, was
 * named by mistake.
 * @throws the file system's error, with its `code`; `EFBIG` over `mostBytes`, 64 KiB by default.
 */
export function readSmallFile(path: string, mostBytes = usualBytes): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(mostBytes + 1);
    let size = 0;
    for (;;) {
      const read = readSync(file, buffer, size, buffer.length - size, null);
      size += read;
      if (read === 0) return buffer.subarray(0, size);
      if (size > mostBytes) throw Object.assign(new Error('The file is large.'), { code: 'EFBIG' });
    }
  } finally {
    closeSync(file);
  }
}

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

/** Reads a file of at most so many bytes, 64 KiB by default; throws the file system's error. */
export type ReadFile = (path: string, mostBytes?: number) => Uint8Array;

/** The text of a file, or its fault as the end of a sentence, which names the file. */
export function readTextFile(path: string, readFile: ReadFile, mostBytes?: number): ReadText {
  let bytes: Uint8Array;
  try {
    bytes = readFile(path, mostBytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    return { fault: `cannot be read: ${path}${code}` };
  }
  const { text, fault } = readUtf8(bytes);
  return text === undefined ? { fault: `${fault}: ${path}` } : { text };
}

/** The secret in a file, or the file's fault, as `readTextFile` gives it. */
export function readSecretFile(path: string, readFile: ReadFile): ReadText {
  const read = readTextFile(path, readFile);
  if (read.text === undefined) return read;
  const { text, fault } = readSecretText(read.text);
  return text === undefined ? { fault: `${fault}: ${path}` } : { text };
}

/** The secret in a token file; null when it cannot be read now. */
export function readTokenFile(file: string): string | null {
  // A pipe gives its secret once, and waiting for another would stop the server.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  return readSecretFile(file, readSmallFile).text ?? null;
}
