import type { FileFormat } from '../../export/export-job.ts';
import { type PackedTable, packTable } from '../../export/export-table.ts';
import { fileName } from '../../export/file-name.ts';
import { saveTable } from '../../export/save-table.ts';
import { exportFields } from '../../fields/columns.tsx';
import { copiedNumber } from '../../fields/copied-number.ts';
import type { Desk } from '../desk.ts';
import { ComparedPart } from './ComparedPart.tsx';
import type { Comparison } from './compare-lists.ts';
import { isProven, partTitles, type Reach } from './paste-words.ts';
import type { PastedNumber } from './read-list.ts';

interface ComparedPartsProps extends Pick<Desk, 'list' | 'columns'> {
  comparison: Comparison;
  reach: Reach;
}

const listTable = (numbers: readonly PastedNumber[]): PackedTable => ({
  count: numbers.length,
  columns: [
    { field: 'number', values: JSON.stringify(numbers.map(({ digits }) => digits)), codes: null },
  ],
});

/** The three parts of a comparison. */
export function ComparedParts({ list, columns, comparison, reach }: ComparedPartsProps) {
  const { set, asked } = list;
  const { both, rentedOnly, listOnly } = comparison;
  const titles = partTitles(reach);

  async function save(part: string, format: FileFormat, table: PackedTable) {
    const name = fileName({
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
  const rowAt = (positions: Uint32Array) => (index: number) => set.rows[positions[index]!]!;
  const rows = (part: string, title: string, positions: Uint32Array) => (
    <ComparedPart
      title={title}
      count={positions.length}
      shownAt={(index) => {
        const row = rowAt(positions)(index);
        return { text: row.number_display, name: row.name };
      }}
      copied={() =>
        Array.from(positions, (_, index) => copiedNumber(rowAt(positions)(index))).join('\n')
      }
      onSave={async (format) =>
        save(part, format, await packTable(set, positions, exportFields(columns.shown)))
      }
    />
  );
  return (
    <div className="grid items-start gap-3 md:grid-cols-3">
      {rows('in-both', titles.both, both)}
      {rows('rented-only', titles.rentedOnly, rentedOnly)}
      <ComparedPart
        title={titles.listOnly}
        count={listOnly.length}
        shownAt={(index) => ({ text: `+${listOnly[index]?.digits}`, name: null })}
        copied={() => listOnly.map(({ digits }) => `+${digits}`).join('\n')}
        onSave={(format) => save('list-only', format, listTable(listOnly))}
      />
    </div>
  );
}
