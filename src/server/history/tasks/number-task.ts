import type { NumberHistory } from '#contract/history.ts';
import { type StoredNumber, toRented } from '../files/stored-number.ts';
import { openList, readSteps } from './read-files.ts';
import type { Tasks } from './tasks.ts';

const rented = (row: StoredNumber | null) => (row === null ? null : toRented(row));

export const numberTask =
  (warn: (words: string) => void): Tasks['number'] =>
  async ({ numberSid, list, kept }, signal) => {
    // The oldest list's own changes lead to it from a list that is no longer known.
    const later = kept.slice(0, -1);
    const withChanges = later.flatMap(({ changes, ...place }) =>
      changes ? [{ place, changes }] : [],
    );
    const steps = await readSteps(
      withChanges.map((each) => each.changes),
      signal,
      numberSid,
    );
    const changes: NumberHistory['changes'] = withChanges.flatMap(({ place }, at) => {
      const change = steps[at]?.get(numberSid);
      if (change === undefined) return [];
      return [{ ...place, before: rented(change.before), after: rented(change.after) }];
    });

    const placeAt = (at: number) => {
      const place = kept.at(at);
      return place === undefined ? null : { seq: place.seq, asOf: place.asOf };
    };
    const placeOf = (seq: number) => placeAt(kept.findIndex((place) => place.seq === seq));
    const since = placeAt(-1);

    const [newest] = changes;
    const oldest = changes.at(-1);
    if (newest === undefined || oldest === undefined) {
      const isThere = await isInList();
      return { since, first: isThere ? since : null, last: isThere ? placeAt(0) : null, changes };
    }
    return {
      since,
      first: oldest.before === null ? placeOf(oldest.seq) : since,
      last: newest.after === null ? placeOf(newest.seq - 1) : placeAt(0),
      changes,
    };

    async function isInList(): Promise<boolean> {
      if (kept.length === 0) return false;
      for await (const rows of await openList(list, { signal, warn })) {
        if (rows.some((row) => row.number_sid === numberSid)) return true;
      }
      return false;
    }
  };
