import { Table2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { Content, Elements } from '#jsx/jsx-runtime';
import { tsvCell } from '../export/text-cells.ts';
import { formatCount, withoutIsolates } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import type { FigureId, Picture } from './picture.ts';
import { SavePicture } from './SavePicture.tsx';
import * as text from './words.ts';

/** The figures of a picture as rows under headers: text first, then counts. */
interface FigureTable {
  headers: readonly string[];
  rows: readonly (readonly [string, ...(string | number)[]])[];
}

/** The rows to paste into a spreadsheet. */
export const figureTsv = ({ headers, rows }: FigureTable): string =>
  [headers, ...rows]
    .map((row) => row.map((cell) => tsvCell(withoutIsolates(String(cell)))).join('\t'))
    .join('\n');

interface FigureRowsProps {
  title: string;
  table: FigureTable;
}

const alignOf = (value: unknown) => (typeof value === 'number' ? 'text-right' : 'text-left');

/** The figures of a picture as a table. A long table scrolls, also by keyboard. */
function FigureRows({ title, table: { headers, rows } }: FigureRowsProps) {
  return (
    <section
      aria-label={text.tableOf(title)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      className="max-h-96 overflow-auto rounded"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-page">
          <tr>
            {headers.map((header, at) => (
              <th
                key={header}
                scope="col"
                className={`border-b border-line py-1.5 pr-3 text-xs font-medium text-muted ${alignOf(rows[0]?.[at])}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, ...values], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have the same words.
            <tr key={at} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal break-all">
                {label}
              </th>
              {values.map((value, column) => (
                <td key={headers[column + 1]} className={`py-1.5 pr-3 ${alignOf(value)}`}>
                  {typeof value === 'number' ? formatCount(value) : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FigureProps {
  id: FigureId;
  title: string;
  /** The numbers that the picture covers, and a summary. */
  words: Content;
  table: FigureTable;
  /** What to save as a file. */
  picture: Picture;
  className?: string;
  children: Elements;
}

/** A picture of the numbers that can be shown as a table, copied and saved. */
export function Figure({
  id,
  title,
  words,
  table,
  picture,
  className = '',
  children,
}: FigureProps) {
  const titleId = useId();
  const [isTable, setIsTable] = useState(false);
  return (
    <figure
      aria-labelledby={titleId}
      className={`flex min-w-0 flex-col gap-3 rounded-lg border border-line p-4 ${className}`}
    >
      <figcaption className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-56">
          <h2 id={titleId} className="text-base font-semibold">
            {title}
          </h2>
          <div className="text-muted">{words}</div>
        </div>
        <span className="flex items-center gap-1">
          <Button
            aria-pressed={isTable}
            aria-label={text.showAsTable(title)}
            onClick={() => setIsTable(!isTable)}
            className="aria-pressed:border-accent aria-pressed:text-accent"
          >
            <Table2 aria-hidden size={13} />
            <span>{text.table}</span>
          </Button>
          <CopyButton text={() => figureTsv(table)} what={text.asTable(title)} says={title} />
          <SavePicture id={id} title={title} picture={picture} />
        </span>
      </figcaption>
      {isTable ? <FigureRows title={title} table={table} /> : children}
    </figure>
  );
}

/** The heights and widths of the figures. */
const figures = [
  { key: 'findings', look: 'h-64 xl:col-span-2' },
  { key: 'countries', look: 'h-96 xl:col-span-2' },
  { key: 'types', look: 'h-56' },
  { key: 'capabilities', look: 'h-56' },
  { key: 'months', look: 'h-80 xl:col-span-2' },
  { key: 'calls', look: 'h-72' },
  { key: 'messages', look: 'h-72' },
];

/** In place of the last figures, while their numbers are being loaded or counted. */
export const FigureSkeletons = ({ count }: { count: number }) =>
  figures.slice(-count).map(({ key, look }) => (
    <div
      key={key}
      aria-hidden
      className={`grid grid-rows-[auto_1fr] gap-4 rounded-lg border border-line p-4 ${look}`}
    >
      <div className="skeleton h-5 w-44" />
      <div className="skeleton opacity-50" />
    </div>
  ));
