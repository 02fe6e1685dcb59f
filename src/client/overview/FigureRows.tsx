import { formatCount } from '../lib/format.ts';
import type { FigureTable } from './figure-table.ts';
import * as words from './words.ts';

interface FigureRowsProps {
  title: string;
  table: FigureTable;
}

const alignOf = (value: unknown) => (typeof value === 'number' ? 'text-right' : 'text-left');

/** The figures of a picture as a table. A long table scrolls, also by keyboard. */
export function FigureRows({ title, table: { headers, rows } }: FigureRowsProps) {
  return (
    <section
      aria-label={words.tableOf(title)}
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
