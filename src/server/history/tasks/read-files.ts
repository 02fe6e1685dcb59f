import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { broken, unreadable } from '../files/broken.ts';
import { type Change, netChanges, reversed, toChanges } from '../files/changes.ts';
import { readChanges, readList } from '../files/parquet-read.ts';
import type { StoredNumber } from '../files/stored-number.ts';
import { changed } from './difference.ts';
import type { FileToRead, ListSource } from './tasks.ts';

const filesAtOnce = 16;

/**
 * The bytes of a file, just as they were written.
 * @throws ProblemError `history_broken` that names the file and its day.
 */
export async function readStored({ path, words, sha256, bytes }: FileToRead) {
  let content: Buffer<ArrayBuffer>;
  try {
    content = await readFile(path);
  } catch (error) {
    throw unreadable(words, error);
  }
  const isWhole =
    content.byteLength === bytes && createHash('sha256').update(content).digest('hex') === sha256;
  if (!isWhole) throw broken(words, 'is damaged: its content is not what was written');
  return content;
}

/**
 * The changes of several files, some files at a time.
 * @param sid a number whose changes alone are looked for.
 */
export async function readSteps(
  steps: readonly FileToRead[],
  signal: AbortSignal,
  sid?: string,
): Promise<Map<string, Change>[]> {
  const read: Map<string, Change>[] = [];
  for (let from = 0; from < steps.length; from += filesAtOnce) {
    const some = await Promise.all(steps.slice(from, from + filesAtOnce).map(readStored));
    for (const bytes of some) {
      signal.throwIfAborted();
      read.push(toChanges(await readChanges(bytes, sid)));
    }
  }
  return read;
}

async function readSource({ list, steps, isBack }: ListSource, signal: AbortSignal) {
  const bytes = await readStored(list);
  const net = netChanges(await readSteps(steps, signal));
  if (isBack) for (const [sid, change] of net) net.set(sid, reversed(change));
  const groups = readList(bytes, signal);
  return net.size === 0 ? groups : changed(groups, net);
}

/**
 * A whole list, some rows at a time, from the first source whose files are whole. All files have
 * been read when it resolves.
 * @param warn takes a sentence about each damaged file that could be done without.
 */
export async function openList(
  sources: readonly ListSource[],
  { signal, warn }: { signal: AbortSignal; warn: (words: string) => void },
): Promise<AsyncGenerator<StoredNumber[], void, void>> {
  const [first, ...others] = sources;
  if (first === undefined) throw new Error('A list without a source.');
  try {
    return await readSource(first, signal);
  } catch (error) {
    signal.throwIfAborted();
    for (const source of others) {
      try {
        const list = await readSource(source, signal);
        if (error instanceof Error) warn(`${error.message} It was rebuilt from the other list.`);
        return list;
      } catch {
        // The first source is the likeliest, so its failure is the one to tell.
      }
    }
    throw error;
  }
}
