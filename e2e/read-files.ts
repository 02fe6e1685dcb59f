import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';

export type Table = string[][];

/** Reads CSV by RFC 4180; a misplaced quote is an error. */
export const readCsv = (text: string): Table => parse(text, { recordDelimiter: '\r\n' });

/** Reads text that was copied for a spreadsheet. */
export const readTsv = (text: string): Table =>
  parse(text, { delimiter: '\t', recordDelimiter: '\n' });

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
/**
 * The plain text of XML, where every line ends with LF, and of Office Open XML's own escapes in it.
 */
const plain = (xml: string) =>
  xml
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:(\w+)|#x([\da-f]+)|#(\d+));/gi, (whole, name, hex, decimal) => {
      if (name) return entities[name] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    })
    .replace(/_x([\da-f]{4})_/gi, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)));
/**
 * The text of `<t>` elements; as in Excel, spaces around it count only with `xml:space="preserve"`.
 */
const texts = (xml: string) =>
  [...xml.matchAll(/<t( [^>]*)?>([^<]*)<\/t>/g)]
    .map(([, attributes, text = '']) =>
      attributes?.includes('xml:space="preserve"') ? plain(text) : plain(text).trim(),
    )
    .join('');

const columnOf = (reference: string) =>
  [...reference.replace(/\d/g, '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );

const msADay = 86_400_000;
/** The day of the Unix epoch as spreadsheets count days since 1900. */
const epochDay = 25_569;

/** The moment of a date cell, rounded to the second: `2016-03-31T08:16:59Z`. */
const momentOf = (days: number) =>
  new Date(Math.round(((days - epochDay) * msADay) / 1000) * 1000)
    .toISOString()
    .replace('.000Z', 'Z');

/** Whether each cell style, by its index, shows a date. */
function dateStyles(styles: string): boolean[] {
  const dates = new Set(
    [...styles.matchAll(/<numFmt ([^>]*)>/g)]
      .filter(([, format = '']) => /formatCode="[^"]*yyyy[^"]*"/i.test(format))
      .map(([, format = '']) => /numFmtId="(\d+)"/.exec(format)?.[1]),
  );
  const cells = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return [...cells.matchAll(/<xf ([^>]*)>/g)].map(([, style = '']) =>
    dates.has(/numFmtId="(\d+)"/.exec(style)?.[1]),
  );
}

/**
 * Reads the first sheet of an XLSX file; a date is `2016-03-31T08:16:59Z`.
 *
 * @throws when a cell is anything but a text or a date: a number, a boolean, a formula.
 */
export function readXlsx(file: Uint8Array): Table {
  const files = unzipSync(file);
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) =>
    texts(xml!),
  );
  const isDate = dateStyles(part('xl/styles.xml'));
  const sheet = part('xl/worksheets/sheet1.xml');
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, attributes = '', xml = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const reference = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
      const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
      const value = /^<v>([\d.]+)<\/v>$/.exec(xml)?.[1];
      const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1]);
      const read = () => {
        if (xml === '' || type === 'inlineStr') return texts(xml);
        if (type === 's') return shared[Number(value)] ?? '?';
        if (type === 'n' && value !== undefined && isDate[style]) return momentOf(Number(value));
        throw new Error(`${reference} is neither text nor date: ${attributes} ${xml}`);
      };
      cells[columnOf(reference) - 1] = read();
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}

/** The name of the first sheet of an XLSX file. */
export function sheetName(file: Uint8Array): string | undefined {
  const workbook = unzipSync(file)['xl/workbook.xml'];
  return workbook && /<sheet [^>]*name="([^"]*)"/.exec(strFromU8(workbook))?.[1];
}
