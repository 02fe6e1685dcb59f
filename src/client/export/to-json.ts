import { columnTexts, type ExportTable } from './export-table.ts';
import { joinCells, rowParts } from './row-parts.ts';

/** An array of objects with the chosen fields, one row per line. */
export function* toJson({ count, columns }: ExportTable): Generator<string> {
  if (count === 0) {
    yield '[]\n';
    return;
  }
  const members = columns.map((column) =>
    columnTexts(column, (value, field) => `${JSON.stringify(field)}:${JSON.stringify(value)}`),
  );
  const object = joinCells(members, ',');
  yield '[';
  yield* rowParts(count, (row) => `${row === 0 ? '' : ','}\n{${object(row)}}`);
  yield '\n]\n';
}
