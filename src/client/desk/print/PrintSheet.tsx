import { createPortal } from 'react-dom';
import { columnLabel, columnText } from '../../fields/columns.tsx';
import { activeFilters, pastedFilter } from '../../filters/active-filters.ts';
import { pastedWords } from '../../status/pasted-words.ts';
import * as app from '../../words/app.ts';
import type { Desk } from '../desk.ts';
import { paperWidths } from './paper-width.ts';
import { mostPrinted, printWords } from './print-words.ts';
import * as text from './words.ts';

/** More columns than this need smaller letters on paper. */
const mostUsual = 12;

/** All shown rows as a plain table for paper; the screen holds only a window of them. */
export function PrintSheet({ list, address, columns }: Desk) {
  const { shown, scope, isNarrowed } = list;
  const words = printWords({
    scope,
    isNarrowed,
    count: shown.length,
    sort: address.sort,
    at: new Date(),
  });
  const missing = pastedWords(list);
  const filters = [...activeFilters(address, list.set), ...pastedFilter(list.pasted)];
  const rows = Array.from({ length: Math.min(shown.length, mostPrinted) }, (_, index) =>
    shown.at(index),
  ).filter((row) => row !== undefined);
  const widths = paperWidths(columns.shown);
  return createPortal(
    <main aria-label={text.print} className="print-sheet">
      <h1>{app.product}</h1>
      <p>{[...words, missing].filter((part) => part !== null).join(' · ')}</p>
      {filters.length > 0 && (
        <p>
          {filters.map(({ name, label, value, isVerbatim }, at) => (
            <span key={name}>
              <span>{`${at > 0 ? ' · ' : ''}${label}: `}</span>
              <bdi translate="no" dir={isVerbatim ? 'auto' : 'ltr'}>
                {value}
              </bdi>
            </span>
          ))}
        </p>
      )}
      <table className={columns.shown.length > mostUsual ? 'dense' : undefined}>
        <colgroup>
          {columns.shown.map((id, at) => (
            <col key={id} style={{ width: `${widths[at]}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.shown.map((id) => (
              <th key={id} scope="col">
                {columnLabel(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number_sid}>
              {columns.shown.map((id) => (
                <td key={id}>
                  <bdi translate="no">{columnText(id, row, list.marks)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>,
    document.body,
  );
}
