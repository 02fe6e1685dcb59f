import { useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import { rowLine } from '#contract/number-line.ts';
import type { NumberSelection } from '#contract/selection.ts';
import { currentAddress } from '../../address/address-bar.ts';
import { saveTable } from '../../export/build-file.ts';
import type { FileFormat } from '../../export/export-job.ts';
import type { PackedTable } from '../../export/export-table.ts';
import { fileName, snapshotPart } from '../../export/file-name.ts';
import { copiedNumber } from '../../fields/copied-number.ts';
import type { RowSet } from '../../list/row-set.ts';
import type { Desk } from '../desk.ts';
import { isOtherName, nameBeside } from './beside-number.ts';
import { type ComparedNumber, ComparedNumbers } from './ComparedNumbers.tsx';
import { ComparedPart } from './ComparedPart.tsx';
import { type Comparison, hasNames, packCompared, packListed } from './compare-lists.ts';
import { isProven, partTitles, type Reach } from './paste-words.ts';
import type { PastedList } from './read-list.ts';
import * as words from './words.ts';

interface ComparedPartsProps extends Pick<Desk, 'columns'>, Pick<PastedList, 'numbers'> {
  /** The rows that were compared, and the filters that brought them. */
  set: RowSet;
  asked: NumberSelection;
  comparison: Comparison;
  reach: Reach;
  onOpen: (row: RentedNumber) => void;
}

/** The three parts of a comparison. */
export function ComparedParts({
  set,
  asked,
  columns,
  numbers,
  comparison,
  reach,
  onOpen,
}: ComparedPartsProps) {
  const { both, renamed, rentedOnly, listOnly } = comparison;
  const [isOnlyRenamed, setIsOnlyRenamed] = useState(false);
  const titles = partTitles(reach);
  const isWithNames = hasNames(numbers);
  const bothShown = isOnlyRenamed && isWithNames ? renamed : both;

  async function save(part: string, format: FileFormat, table: PackedTable) {
    const name = fileName({
      account: currentAddress().account,
      snapshot: snapshotPart({ snapshot: currentAddress().snapshot, scope: reach.scope }),
      what: 'rented-numbers',
      list: part,
      selection: asked,
      search: null,
      check: null,
      rented: null,
      isComplete: isProven(reach),
      count: table.count,
      at: new Date(),
      format,
    });
    await saveTable(table, format, name);
  }

  // Every position belongs to a row.
  const rowAt = (positions: Uint32Array, index: number) => set.rows[positions[index]!]!;
  const numberAt =
    (positions: Uint32Array) =>
    (index: number): ComparedNumber => {
      const row = rowAt(positions, index);
      const beside = numbers.get(rowLine(row))?.beside ?? [];
      return {
        text: row.number_display,
        row,
        name: row.name,
        listed: nameBeside(beside, row.name),
        isOther: isOtherName(beside, row.name),
      };
    };
  const ofRows = (part: string, title: string, positions: Uint32Array) => ({
    title,
    count: positions.length,
    copied: () =>
      Array.from(positions, (_, index) => copiedNumber(rowAt(positions, index))).join('\n'),
    onSave: async (format: FileFormat) =>
      save(part, format, await packCompared(set, positions, columns.shown, numbers)),
  });
  return (
    <div className={`grid items-start gap-3 ${isWithNames ? 'md:grid-cols-2' : 'md:grid-cols-3'}`}>
      <ComparedPart {...ofRows('in-both', titles.both, both)} isWide={isWithNames}>
        {isWithNames &&
          (renamed.length === 0 ? (
            <p className="pb-1 text-muted">{words.sameNames(both.length)}</p>
          ) : (
            <label className="flex items-center gap-2 pb-1">
              <input
                type="checkbox"
                className="accent-accent"
                checked={isOnlyRenamed}
                onChange={() => setIsOnlyRenamed(!isOnlyRenamed)}
              />
              <span>{words.onlyOtherNames(renamed.length)}</span>
            </label>
          ))}
        <ComparedNumbers
          key={String(isOnlyRenamed)}
          count={bothShown.length}
          numberAt={numberAt(bothShown)}
          onOpen={onOpen}
          isWithNames={isWithNames}
        />
      </ComparedPart>
      <ComparedPart {...ofRows('rented-only', titles.rentedOnly, rentedOnly)}>
        <ComparedNumbers
          count={rentedOnly.length}
          numberAt={numberAt(rentedOnly)}
          onOpen={onOpen}
        />
      </ComparedPart>
      <ComparedPart
        title={titles.listOnly}
        count={listOnly.length}
        copied={() => listOnly.map(({ digits }) => `+${digits}`).join('\n')}
        onSave={(format) => save('list-only', format, packListed(listOnly, numbers))}
      >
        <ComparedNumbers
          count={listOnly.length}
          numberAt={(index) => {
            // The index is below the count of these numbers.
            const { digits, beside } = listOnly[index]!;
            const name = nameBeside(beside, null);
            return { text: `+${digits}`, row: null, name, listed: name, isOther: false };
          }}
          onOpen={onOpen}
        />
      </ComparedPart>
    </div>
  );
}
