import type { Snapshot } from '#contract/history.ts';
import type { RentedNumber } from '#contract/number.ts';
import { fileDays } from '../export/file-name.ts';
import { type ColumnId, columnIds } from '../fields/columns.tsx';
import { type ChangeKind, changeKinds } from '../fields/row-changes.ts';
import { formatMoment } from '../lib/format.ts';
import type { Compared } from '../list/compared.ts';
import type { RowTest } from '../list/join-tests.ts';
import { asOf } from '../words/kept.ts';
import { ChangedCell, ChangedPart, ChangeSign } from './ChangedCell.tsx';
import { type ChangedParts, changedLabels, createFit, differsIn } from './changed-parts.ts';
import { createSearchTest, type Differences, narrowingKinds, spanOf } from './differences.ts';
import { oldAndNew } from './old-and-new.ts';
import { Standing } from './Standing.tsx';
import * as words from './words.ts';

/** What a list has that is compared and never changes. */
export const nothingElse = {
  selection: {},
  skipped: 0,
  restarted: 0,
  refreshing: null,
  changes: null,
  isInventory: true,
  isAway: false,
  parts: { all: 1, unasked: 0, areAwaited: false },
  isFetching: false,
  hasMore: false,
  stopRefreshing: () => {},
} as const;

export interface Pair {
  from: Snapshot;
  to: Snapshot;
}

/** Passes the rows of some kinds. */
function kindTest(differences: Differences, kinds: readonly ChangeKind[] | null): RowTest | null {
  if (kinds === null) return null;
  const spans = kinds.map((kind) => spanOf(differences, kind));
  return {
    key: `change ${kinds}`,
    passes: (position) => spans.some(({ from, before }) => position >= from && position < before),
  };
}

/** Where no changed number is shown, no column joins for its changes. */
const noParts: ChangedParts = { fields: [], columns: [] };

/** The differences of two kept lists in the place of the list. */
export function createCompared(
  { from, to }: Pair,
  differences: Differences,
  kinds: readonly ChangeKind[] | null,
  at: number,
): Compared {
  const { set, before, counts } = differences;
  const narrowing = narrowingKinds(counts, kinds);
  const parts = kinds?.includes('changed') === false ? noParts : differences.parts;
  const spans = changeKinds.map((kind) => ({ kind, ...spanOf(differences, kind) }));

  function kindOf(number_sid: string): ChangeKind | undefined {
    const position = set.positionOf(number_sid);
    if (position === undefined) return undefined;
    return spans.find((span) => position >= span.from && position < span.before)?.kind;
  }

  const differing = (row: RentedNumber, column: ColumnId): RentedNumber | undefined => {
    const old = before.get(row.number_sid);
    return old !== undefined && differsIn(column, old, row) ? old : undefined;
  };

  function labelsOf(number_sid: string): string[] {
    const old = before.get(number_sid);
    const position = set.positionOf(number_sid);
    const row = position === undefined ? undefined : set.rows[position];
    return old && row ? changedLabels(old, row) : [];
  }

  const saysOf = (number_sid: string, kind: ChangeKind): string =>
    kind === 'changed' ? words.changedIn(labelsOf(number_sid)) : words.rowWords(kind);

  return {
    isPair: true,
    key: JSON.stringify([from.seq, to.seq, kinds]),
    label: words.changesBetween(from, to),
    fileLabel: fileDays(from.asOf, to.asOf, narrowing),
    days: { from: from.asOf, to: to.asOf },
    source: {
      ...nothingElse,
      set,
      scope: { status: 'complete', loaded: set.rows.length, skipped: 0, at },
      loadMore: () => {},
      refresh: () => {},
    },
    test: kindTest(differences, narrowing),
    searchTest: createSearchTest(differences),
    fit: createFit(parts.columns),
    changedFields: parts.fields,
    changedColumns: parts.columns,
    kindOf,
    asOf(number_sid) {
      const kind = kindOf(number_sid);
      // Its last day is in the words of its standing.
      if (kind === undefined || kind === 'passed') return null;
      return asOf(formatMoment((kind === 'gone' ? from : to).asOf));
    },
    standingOf(number_sid) {
      const kind = kindOf(number_sid);
      const labels = labelsOf(number_sid);
      return kind && <Standing {...{ number_sid, kind, labels, from, to }} />;
    },
    beforeOf: (number_sid) => before.get(number_sid),
    markOf(number_sid) {
      const kind = kindOf(number_sid);
      if (kind === 'added') return 'new';
      return kind === 'gone' || kind === 'passed' ? 'gone' : null;
    },
    signOf(number_sid) {
      const kind = kindOf(number_sid);
      return kind && <ChangeSign id={number_sid} kind={kind} says={saysOf(number_sid, kind)} />;
    },
    cellOf(row, column) {
      // The number keeps its buttons; the sign of the row says that it was another one.
      const old = column === 'number' ? undefined : differing(row, column);
      return old && <ChangedCell column={column} before={old} after={row} />;
    },
    lineOf(row) {
      const old = before.get(row.number_sid);
      if (old === undefined) return undefined;
      const columns = columnIds.filter((id) => differsIn(id, old, row));
      const telling = columns.filter((id) => id !== 'updated');
      return (telling.length > 0 ? telling : columns).map((id) => (
        <ChangedPart key={id} column={id} before={old} after={row} />
      ));
    },
    textOf(row, column) {
      if (column === 'number') return numberText(row, kindOf(row.number_sid));
      const old = differing(row, column);
      if (old === undefined) return undefined;
      const texts = oldAndNew(column, old, row);
      return words.oldToNew(texts.old, texts.now);
    },
  };
}

/** On paper, the sign in words stands before the number. */
const numberText = (row: RentedNumber, kind: ChangeKind | undefined) =>
  kind && words.inColumn(words.kinds[kind], row.number_display);
