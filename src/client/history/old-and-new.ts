import type { RentedNumber } from '#contract/number.ts';
import { type ColumnId, columnSpec, columnText } from '../fields/columns.tsx';
import { formatMoment, withoutIsolates } from '../lib/format.ts';

/** What a cell said before, and what it says now; empty for nothing. */
interface OldAndNew {
  old: string;
  now: string;
}

const raw = (id: ColumnId, row: RentedNumber): string =>
  columnSpec(id)
    .fields.map((field) => String(row[field] ?? ''))
    .join(' ');

const momentText = (id: ColumnId, row: RentedNumber): string => {
  const iso = row[id === 'created' ? 'created' : 'updated'];
  return iso === null ? '' : formatMoment(iso);
};

/**
 * A column's text for a number, before and now. Different values that read alike are told in full: days
 * as moments, other values as Apifonica writes them.
 */
export function oldAndNew(id: ColumnId, before: RentedNumber, after: RentedNumber): OldAndNew {
  const isDay = id === 'created' || id === 'updated';
  const readings = [columnText, ...(isDay ? [momentText] : []), raw];
  const pairs = readings.map((read) => ({ old: read(id, before), now: read(id, after) }));
  return pairs.find(({ old, now }) => withoutIsolates(old) !== withoutIsolates(now)) ?? pairs[0]!;
}
