import { useId } from 'react';
import { type FileFormat, fileFormats } from '../../export/export-job.ts';
import type { PackedTable } from '../../export/export-table.ts';
import { fileName } from '../../export/file-name.ts';
import { packRows } from '../../export/pack-rows.ts';
import { saveTable } from '../../export/save-table.ts';
import { copiedNumber } from '../../fields/copied-number.ts';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { formats } from '../../words/export.ts';
import type { Desk } from '../desk.ts';
import type { Comparison } from './compare-lists.ts';
import { isProven, partTitles, type Reach } from './paste-words.ts';
import type { PastedNumber } from './read-list.ts';
import * as words from './words.ts';

/** Nobody reads more of them here. The copy and the file hold all. */
const mostShown = 12;

interface ComparedPartProps {
  title: string;
  /** The count of numbers. Only the shown ones are written out. */
  count: number;
  shownAt: (index: number) => { text: string; name: string | null };
  copied: () => string;
  onSave: (format: FileFormat) => void;
}

/** One of the three parts of a comparison: its numbers, to copy or to save. */
function ComparedPart({ title, count, shownAt, copied, onSave }: ComparedPartProps) {
  const id = useId();
  const shown = Array.from({ length: Math.min(count, mostShown) }, (_, index) => shownAt(index));
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-page"
    >
      <h3 id={id} className="flex items-baseline gap-2 px-3 pt-2.5 font-semibold">
        <span className="flex-1">{title}</span>
        <span translate="no">{formatCount(count)}</span>
      </h3>
      <div className="flex flex-wrap items-center gap-1 px-2 py-1.5">
        {count > 0 && (
          <CopyButton text={copied} what={words.theNumbers(title)} says={formatCount(count)} />
        )}
        {fileFormats.map((format) => (
          <Button
            key={format}
            disabled={count === 0}
            aria-label={words.exportAs(formats[format].label, title)}
            onClick={() => onSave(format)}
            className="h-6 px-2 text-xs"
          >
            {formats[format].label}
          </Button>
        ))}
      </div>
      {count > 0 && (
        <div className="border-t border-line px-3 py-1.5">
          <ul>
            {shown.map(({ text, name }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number can be rented twice; its place is all it has.
              <li key={at} translate="no" className="flex gap-2 leading-6">
                <span className="shrink-0 font-mono">{text}</span>
                {name && <bdi className="truncate text-muted">{name}</bdi>}
              </li>
            ))}
          </ul>
          {count > mostShown && (
            <p className="text-muted">{words.moreInFile(formatCount(count - mostShown))}</p>
          )}
        </div>
      )}
    </section>
  );
}

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
      onSave={async (format) => save(part, format, await packRows(set, positions, columns.shown))}
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
