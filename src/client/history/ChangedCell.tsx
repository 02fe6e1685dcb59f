import type { RentedNumber } from '#contract/number.ts';
import { DestinationCell } from '../fields/cell-parts.tsx';
import { type ColumnId, columnLabel } from '../fields/columns.tsx';
import { messageDestination, voiceDestination } from '../fields/destination.ts';
import type { ChangeKind } from '../fields/row-changes.ts';
import { isDestination } from './changed-parts.ts';
import { oldAndNew } from './old-and-new.ts';
import * as words from './words.ts';

interface ChangeSignProps {
  /** The id of the row, whose name begins with this sign. */
  id: string;
  kind: ChangeKind;
  /** What is different, in words. */
  says: string;
}

/** The colours of the signs. */
export const signLooks: Record<ChangeKind, string> = {
  added: 'text-accent',
  gone: 'text-bad',
  changed: 'text-muted',
  passed: 'text-bad',
};

/** The sign of an added, gone or changed number, before the number. */
export const ChangeSign = ({ id, kind, says }: ChangeSignProps) => (
  <span
    id={`m${id}`}
    className={`absolute left-0 w-3 text-center text-2xs font-bold ${signLooks[kind]}`}
    title={says}
  >
    <span aria-hidden>{words.signs[kind]}</span>
    <span className="sr-only">{says}</span>
  </span>
);

interface ChangedProps {
  column: ColumnId;
  before: RentedNumber;
  after: RentedNumber;
}

function Value({ text }: { text: string }) {
  if (text !== '') {
    return (
      <bdi translate="no" className="truncate">
        {text}
      </bdi>
    );
  }
  return (
    <>
      <span aria-hidden>—</span>
      <span className="sr-only">{words.nothing}</span>
    </>
  );
}

const destinationOf = (column: ColumnId, row: RentedNumber) =>
  column === 'voice_to' ? voiceDestination(row) : messageDestination(row);

interface InCellProps {
  column: ColumnId;
  row: RentedNumber;
  text: string;
}

/** A value as in any other cell: addresses and identifiers are shortened. */
function InCell({ column, row, text }: InCellProps) {
  if (!isDestination(column) || text === '') return <Value text={text} />;
  return <DestinationCell to={destinationOf(column, row)} />;
}

/** A cell with another value than before: the old one struck through, the new one below. */
export function ChangedCell({ column, before, after }: ChangedProps) {
  const { old, now } = oldAndNew(column, before, after);
  return (
    <span
      title={words.oldToNew(old, now)}
      className="grid min-w-0 flex-1 text-2xs leading-[0.9375rem] [&_bdi]:text-2xs [&_bdi]:leading-[0.9375rem] [&_bdi]:h-[0.9375rem]"
    >
      <span className="sr-only">{words.was}</span>
      <del className="flex min-w-0 text-muted line-through">
        <InCell column={column} row={before} text={old} />
      </del>
      <span className="sr-only">{words.now}</span>
      <ins className="flex min-w-0 font-medium no-underline">
        <InCell column={column} row={after} text={now} />
      </ins>
    </span>
  );
}

/** The same in the line of a phone's row, behind the name of the column. */
export function ChangedPart({ column, before, after }: ChangedProps) {
  const { old, now } = oldAndNew(column, before, after);
  return (
    <span className="not-first:before:px-[0.4em] not-first:before:content-['·'/'']">
      <span>{columnLabel(column)}</span>
      <span className="sr-only">{words.was}</span>
      <del className="ml-1 line-through">
        <Value text={shortened(column, before, old)} />
      </del>
      <span className="sr-only">{words.now}</span>
      <ins className="ml-1 font-medium text-ink no-underline">
        <Value text={shortened(column, after, now)} />
      </ins>
    </span>
  );
}

/** The host of an address, whose rest is in the details; any other text is whole. */
function shortened(column: ColumnId, row: RentedNumber, text: string): string {
  const to = isDestination(column) ? destinationOf(column, row) : null;
  return to?.kind === 'url' ? to.host : text;
}
