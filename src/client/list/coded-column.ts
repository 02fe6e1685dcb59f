/**
 * A column with few different values among many rows: each value is kept once, and a row has only
 * its place among them. Counting, testing and ordering then cost as much as there are values.
 */
export interface CodedColumn<T> {
  readonly values: readonly T[];
  /** How many rows have each value. */
  readonly counts: readonly number[];
  /** The place of each row's value; longer than there are rows, and another array once it is full. */
  readonly codes: Uint32Array;
  /** Gives a row, the next one or one that is there, its value; returns the one copy of it. */
  put(position: number, value: T): T;
}

const firstRoom = 256;

export function createCodedColumn<T>(): CodedColumn<T> {
  const values: T[] = [];
  const counts: number[] = [];
  const codeOf = new Map<T, number>();
  let codes = new Uint32Array(firstRoom);
  let rows = 0;

  function codeFor(value: T): number {
    const known = codeOf.get(value);
    if (known !== undefined) return known;
    codeOf.set(value, values.length);
    counts.push(0);
    return values.push(value) - 1;
  }

  function makeRoom(position: number) {
    if (position < codes.length) return;
    const larger = new Uint32Array(2 * codes.length);
    larger.set(codes);
    codes = larger;
  }

  return {
    values,
    counts,
    get codes() {
      return codes;
    },
    put(position, value) {
      makeRoom(position);
      if (position < rows) counts[codes[position]!]! -= 1;
      else rows = position + 1;
      const code = codeFor(value);
      codes[position] = code;
      counts[code]! += 1;
      return values[code]!;
    },
  };
}

/** A test of values as one of their places: 1 where it passes. */
export const testValues = <T>(
  { values }: CodedColumn<T>,
  test: (value: T) => boolean,
): Uint8Array => Uint8Array.from(values, (value) => Number(test(value)));
