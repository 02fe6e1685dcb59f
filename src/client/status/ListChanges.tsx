import type { RentedNumber } from '#contract/number.ts';
import { copiedNumber } from '../fields/copied-number.ts';
import { formatClock, formatCount } from '../lib/format.ts';
import type { Changes } from '../list/collectors.ts';
import type { RowSet } from '../list/row-set.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/list.ts';

const kinds = ['added', 'gone', 'changed'] as const;

const sizes = ({ added, changed, gone }: Changes) => ({
  added: added.size,
  changed: changed.size,
  gone: gone.length,
});

/** `3 new, 1 gone, 2 changed since 12:04.` */
export function changesTitle(changes: Changes): string {
  const counts = sizes(changes);
  const parts = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.changes[kind](formatCount(counts[kind])));
  const what = parts.length === 0 ? words.nothingChanged : parts.join(', ');
  return words.since(what, formatClock(changes.since));
}

/** @param skipped rows that came broken: one of them may be a number that is missed. */
export function changesDetail(changes: Changes, skipped: number): string {
  const { added, changed, gone } = sizes(changes);
  if (added + changed + gone === 0) return words.everyNumberAsItWas;
  if (gone > 0 && skipped > 0) {
    return words.goneAmongBroken(skipped);
  }
  return added + changed > 0 ? words.markedUntilDismissed : words.notInListAnyMore;
}

const mostListed = 200;

interface ChangedNumbersProps {
  title: string;
  rows: readonly RentedNumber[];
  /** Opens one of them; left out where none is there any more. */
  onOpen?: (row: RentedNumber) => void;
}

/** Numbers that a refresh found added, gone or changed. */
function ChangedNumbers({ title, rows, onOpen }: ChangedNumbersProps) {
  return (
    <div className="w-64 p-1.5">
      <p className="flex items-center justify-between pb-1 font-semibold">
        <span>{title}</span>
        <CopyButton
          text={rows.map(copiedNumber).join('\n')}
          what={words.theseNumbers}
          says={common.numbers(rows.length)}
        />
      </p>
      <ul translate="no" className="font-mono text-xs leading-6">
        {rows.slice(0, mostListed).map((row) => (
          <li key={row.number_sid}>
            {onOpen ? (
              <button
                type="button"
                onClick={() => onOpen(row)}
                className="underline-offset-2 hover:underline"
              >
                {row.number_display}
              </button>
            ) : (
              row.number_display
            )}
          </li>
        ))}
      </ul>
      {rows.length > mostListed && (
        <p className="pt-1 text-xs text-muted">
          {words.moreListed(formatCount(rows.length - mostListed))}
        </p>
      )}
    </div>
  );
}

interface ListChangesProps {
  changes: Changes;
  /** The refreshed list. */
  set: RowSet;
  onOpen: (row: RentedNumber) => void;
}

/** The numbers that a refresh found new or changed, and those that are gone, one press away. */
export function ListChanges({ changes: { added, changed, gone }, set, onOpen }: ListChangesProps) {
  const marked = [...added, ...changed].flatMap((sid) => {
    const position = set.positionOf(sid);
    return position === undefined ? [] : [set.rows[position]!];
  });
  return (
    <>
      {marked.length > 0 && (
        <Popover trigger={<span>{words.showMarked(marked.length)}</span>}>
          {(close) => (
            <ChangedNumbers
              title={words.newOrChanged}
              rows={marked}
              onOpen={(row) => {
                close();
                onOpen(row);
              }}
            />
          )}
        </Popover>
      )}
      {gone.length > 0 && (
        <Popover trigger={<span>{words.showGone(gone.length)}</span>}>
          {() => <ChangedNumbers title={words.noLongerListed} rows={gone} />}
        </Popover>
      )}
    </>
  );
}
