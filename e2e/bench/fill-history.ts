import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateNumbers } from '#sandbox/data/generate-numbers.ts';
import {
  accountFolder,
  commitPath,
  makeAccountFolder,
  newNames,
} from '../../src/server/history/files/account-folder.ts';
import { type Change, toRows } from '../../src/server/history/files/changes.ts';
import { type Entry, type StoredFile, writeCommit } from '../../src/server/history/files/commit.ts';
import { encodeChanges, encodeList } from '../../src/server/history/files/parquet-write.ts';
import {
  bySid,
  type StoredNumber,
  toStored,
} from '../../src/server/history/files/stored-number.ts';
import { toContract } from '../../src/server/upstream/to-contract.ts';
import { readWireNumber } from '../../src/server/upstream/wire.ts';

const dayMs = 86_400_000;
const { signal } = new AbortController();

export interface Filling {
  path: string;
  accountSid: string;
  days: number;
  size: number;
  /** Numbers of a day that are added, as many that are gone, and as many that are renamed. */
  ofEach: number;
}

function inventedRows(size: number, accountSid: string): StoredNumber[] {
  const faults = { rows: new Set<string>(), values: [] as string[] };
  return generateNumbers(size, 7, accountSid).flatMap((wire) => {
    const row = readWireNumber(wire, faults);
    return row ? toStored(toContract(row)) : [];
  });
}

/**
 * Writes the files of so many days by the parts of the history itself, without a walk for each day.
 * @returns bytes of a row in a whole list, and of the changes of a day.
 */
export async function fillHistory({ path, accountSid, days, size, ofEach }: Filling) {
  const folder = accountFolder(path, accountSid);
  await makeAccountFolder(folder);
  const rows = inventedRows(size + days * ofEach, accountSid);
  const spare = rows.splice(size);
  let previous: Entry | null = null;
  let bytesOfChanges = 0;
  let bytesOfRow = 0;

  async function store(place: string, name: string, bytes: Uint8Array): Promise<StoredFile> {
    await writeFile(join(place, name), bytes, { mode: 0o600 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, bytes: bytes.byteLength, sha256 };
  }

  /** Puts other rows in the places of some, spread over the list. */
  function nextDay(day: number): Change[] {
    const changes: Change[] = [];
    for (let at = 0; at < ofEach; at += 1) {
      const place = (day * 7919 + at * 2003) % size;
      const before = rows[place]!;
      const after = spare.pop()!;
      rows[place] = after;
      changes.push({ before, after: null }, { before: null, after });
      const other = (place + 1) % size;
      const renamed = { ...rows[other]!, name: `Day ${day} ${at}` };
      changes.push({ before: rows[other]!, after: renamed });
      rows[other] = renamed;
    }
    return changes.sort((a, b) => bySid((a.after ?? a.before)!, (b.after ?? b.before)!));
  }

  for (let seq = 1; seq <= days; seq += 1) {
    const names = newNames(seq);
    const changes = seq === 1 ? [] : nextDay(seq);
    const written =
      changes.length === 0
        ? null
        : await store(
            folder.changes,
            names.changes,
            await encodeChanges(changes.flatMap(toRows), signal),
          );
    bytesOfChanges += written?.bytes ?? 0;
    // Older whole lists are removed, but for every hundredth.
    let head: StoredFile = { name: names.head, bytes: 1, sha256: '0'.repeat(64) };
    if (seq > days - 2 || seq % 100 === 0) {
      const bytes = await encodeList(rows.toSorted(bySid), signal);
      head = await store(folder.path, names.head, bytes);
      bytesOfRow = bytes.byteLength / rows.length;
    }
    const entry: Entry = {
      seq,
      asOf: new Date(Date.now() - (days - seq + 1) * dayMs).toISOString(),
      total: rows.length,
      skipped: 0,
      added: changes.length / 3,
      gone: changes.length / 3,
      changed: changes.length / 3,
      head,
      changes: written,
    };
    const text = writeCommit({ ...entry, accountSid, status: 'kept', previous });
    await writeFile(commitPath(folder, seq), text, { mode: 0o600 });
    previous = entry;
  }
  return { bytesOfRow, bytesOfDay: bytesOfChanges / (days - 1) };
}
