/** Enough to be quick, few enough to tell how far it is. */
export const rowsPerPart = 4096;

/** The text of so many rows, some thousands of them at a time. */
export function* rowParts(count: number, toText: (row: number) => string): Generator<string> {
  for (let from = 0; from < count; from += rowsPerPart) {
    const to = Math.min(count, from + rowsPerPart);
    let part = '';
    for (let row = from; row < to; row += 1) part += toText(row);
    yield part;
  }
}

/** What columns say of a row, with `separator` between them. */
export function joinCells(cells: readonly ((row: number) => string)[], separator: string) {
  return (row: number): string => {
    let line = '';
    for (const [at, cell] of cells.entries()) line += at === 0 ? cell(row) : separator + cell(row);
    return line;
  };
}
