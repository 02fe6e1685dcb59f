/** Large enough to be quick, small enough for the progress to move. */
export const rowsPerPart = 4096;

/** The text of all rows, in parts of some thousand rows. */
export function* rowParts(count: number, toText: (row: number) => string): Generator<string> {
  for (let from = 0; from < count; from += rowsPerPart) {
    const to = Math.min(count, from + rowsPerPart);
    const texts: string[] = [];
    for (let row = from; row < to; row += 1) texts.push(toText(row));
    yield texts.join('');
  }
}

/** The cells of a row, joined by `separator`. */
export function joinCells(cells: readonly ((row: number) => string)[], separator: string) {
  return (row: number): string => cells.map((cell) => cell(row)).join(separator);
}
