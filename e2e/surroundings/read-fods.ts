import { readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';

/** A cell as LibreOffice holds it. */
export interface FodsCell {
  /** The shown text with its line breaks; for a date cell the moment, `2016-03-31T08:16:59`. */
  text: string;
  /** `string`, `float`, `date`, …; empty for an empty cell. */
  type: string;
  formula: string | null;
}

/** Reads the first sheet of a flat OpenDocument file with the XML parser of a browser. */
export async function readFods(context: BrowserContext, file: string): Promise<FodsCell[][]> {
  // A blank page: the Trusted Types of our own pages forbid parsing text into a document.
  const page = await context.newPage();
  const rows = await page.evaluate(
    (xml) => {
      const parts = new DOMParser().parseFromString(xml, 'application/xml');
      const fault = parts.querySelector('parsererror');
      if (fault) throw new Error(fault.textContent ?? '');
      const of = (element: Element, name: string) => element.getAttribute(name);
      const children = (element: Element, ...names: string[]) =>
        [...element.children].filter(({ nodeName }) => names.includes(nodeName));

      function textOf(node: Node): string {
        if (node instanceof Text) return node.data;
        if (node.nodeName === 'text:s')
          return ' '.repeat(Number(of(node as Element, 'text:c') ?? 1));
        if (node.nodeName === 'text:tab') return '\t';
        if (node.nodeName === 'text:line-break') return '\n';
        return [...node.childNodes].map(textOf).join('');
      }

      const table = parts.getElementsByTagName('table:table')[0]!;
      const rows = [...table.getElementsByTagName('table:table-row')].map((row) =>
        children(row, 'table:table-cell', 'table:covered-table-cell').flatMap((cell) => {
          const times = Number(of(cell, 'table:number-columns-repeated') ?? 1);
          const read = {
            text: of(cell, 'office:date-value') ?? children(cell, 'text:p').map(textOf).join('\n'),
            type: of(cell, 'office:value-type') ?? '',
            formula: of(cell, 'table:formula'),
          };
          // The last cell of a row repeats for all further columns of the sheet.
          return times > 100 ? [] : Array.from({ length: times }, () => read);
        }),
      );
      return rows.filter((row) => row.some(({ type }) => type !== ''));
    },
    await readFile(file, 'utf8'),
  );
  await page.close();
  return rows;
}
