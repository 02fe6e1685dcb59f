import { columnTexts, type ExportTable } from './export-table.ts';

/** An array of objects with the chosen fields, a row a line. */
export function toJson({ count, columns }: ExportTable): string {
  if (count === 0) return '[]\n';
  const members = columns.map((column) =>
    columnTexts(column, (value, field) => `${JSON.stringify(field)}:${JSON.stringify(value)}`),
  );
  const lines: string[] = [];
  for (let row = 0; row < count; row += 1) {
    lines.push(`{${members.map((member) => member(row)).join(',')}}`);
  }
  return `[\n${lines.join(',\n')}\n]\n`;
}
