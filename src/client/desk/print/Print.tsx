import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { type ColumnId, columnLabel, columnText } from '../../fields/columns.tsx';
import { activeFilters, pastedFilter } from '../../filters/active-filters.ts';
import { useAccounts } from '../../list/session-query.ts';
import { pastedWords } from '../../status/pasted-words.ts';
import { breakable } from '../../ui/breakable.tsx';
import { title as titleOf } from '../../words/accounts.ts';
import * as app from '../../words/app.ts';
import type { Desk } from '../desk.ts';
import { paperClasses, paperWidths } from './paper-fit.ts';
import { mostPrinted, print, printWords } from './words.ts';

/** Columns whose values are read as one: these break at no space either. */
const inOneLine: ReadonlySet<ColumnId> = new Set(['number', 'type', 'mode', 'created', 'updated']);

/** Only an address has marks at which a line may break; most values are one word, or have spaces. */
const paperText = (text: string) => (text.includes('/') ? breakable(text) : text);

/** The least width of the table in which no word breaks, in the letters of the sheet. */
function leastWidth(sheet: HTMLElement): number {
  sheet.classList.add('measured');
  const width = sheet.querySelector('table')?.offsetWidth ?? 0;
  sheet.classList.remove('measured');
  return width;
}

/** All shown rows as a plain table for paper; the screen holds only a window of them. */
function PrintSheet({ list, address, columns }: Desk) {
  const { shown, scope, isNarrowed, compared } = list;
  const words = printWords({
    scope,
    compared: compared?.label,
    isNarrowed,
    count: shown.length,
    sort: address.sort,
    at: new Date(),
  });
  const missing = pastedWords(list);
  const account = useAccounts()?.current;
  const filters = [...activeFilters(address, list.set), ...pastedFilter(list.pasted)];
  const sheet = useRef<HTMLElement>(null);
  const [classes, setClasses] = useState('');
  useLayoutEffect(() => {
    if (sheet.current) setClasses(paperClasses(leastWidth(sheet.current)));
  }, []);
  const rows = Array.from({ length: Math.min(shown.length, mostPrinted) }, (_, index) =>
    shown.at(index),
  ).filter((row) => row !== undefined);
  const widths = paperWidths(columns.shown);
  return createPortal(
    <main ref={sheet} aria-label={print} className={`print-sheet ${classes}`}>
      <h1>{account ? titleOf(account.name, app.product) : app.product}</h1>
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
      <table>
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
                <td
                  key={id}
                  data-label={columnLabel(id)}
                  className={inOneLine.has(id) ? 'one-line' : undefined}
                >
                  <bdi translate="no">
                    {paperText(compared?.textOf(row, id) ?? columnText(id, row, list.marks))}
                  </bdi>
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

/** Whether the page is being printed. The print is rendered before the browser reads the page. */
function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

/** The sheet, while the page is being printed. */
export const Print = (desk: Desk) => usePrinting() && <PrintSheet {...desk} />;
