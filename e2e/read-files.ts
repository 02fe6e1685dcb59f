import { strFromU8, unzipSync } from 'fflate';

export type Table = string[][];

/** Reads CSV as RFC 4180 writes it; a line break other than CRLF outside quotes is an error. */
export function readCsv(text: string): Table {
  const table: Table = [];
  let record: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, quoted, bare = '', end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error(`No CSV at ${at}: ${text.slice(at, at + 40)}`);
    record.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    table.push(record);
    record = [];
  }
  return table;
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (xml: string) =>
  xml.replace(/&(?:(\w+)|#x([\da-f]+)|#(\d+));/gi, (whole, name, hex, decimal) => {
    if (name) return entities[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
/** The text of `<t>` elements; as in Excel, spaces around it count only where the file says so. */
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

/**
 * Reads the first sheet of an XLSX file.
 *
 * @throws when a cell is anything but text: a number, a boolean, a date, a formula.
 */
export function readXlsx(file: Uint8Array): Table {
  const files = unzipSync(file);
  const part = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) =>
    texts(xml!),
  );
  const sheet = part('xl/worksheets/sheet1.xml');
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, attributes = '', xml = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const reference = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
      const type = /\bt="(\w+)"/.exec(attributes)?.[1];
      if (xml !== '' && type !== 's' && type !== 'inlineStr')
        throw new Error(`${reference} is not text: ${attributes} ${xml}`);
      const at = /<v>(\d+)<\/v>/.exec(xml)?.[1];
      cells[columnOf(reference) - 1] = type === 's' ? (shared[Number(at)] ?? '?') : texts(xml);
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}
