/** Enough to be quick, few enough to tell how far it is. */
export const rowsPerPart = 4096;

/** The text of so many rows, some thousands of them at a time. */
export function* rowParts(count: number, toText: (row: number) => string): Generator<string> {
  for (let from = 0; from < count; from += rowsPerPart) {
    const to = Math.min(count, from + rowsPerPart);
    const texts: string[] = [];
    for (let row = from; row < to; row += 1) texts.push(toText(row));
    yield texts.join('');
  }
}

/** What columns say of a row, with `separator` between them. */
export function joinCells(cells: readonly ((row: number) => string)[], separator: string) {
  return (row: number): string => cells.map((cell) => cell(row)).join(separator);
}
