import { type ReadText, readSecretText, readUtf8 } from './secret-text.ts';

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
