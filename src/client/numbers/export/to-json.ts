import type { RentedNumber } from '#contract/number.ts';

/** An array of objects with the chosen fields, a row a line. */
export function toJson(
  rows: readonly RentedNumber[],
  fields: readonly (keyof RentedNumber)[],
): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(fields.map((field) => [field, row[field]]))),
  );
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
