/** Cursors: 24 hexadecimal digits that look like the vendor's, and lead back to a row's position. */
export interface CursorCodec {
  /** `generation` tells apart two cursors for one row, should the first have been refused. */
  encode(position: number, generation?: number): string;
  /** The row's position in the full list; null for anything this codec did not make. */
  decode(cursor: string): number | null;
}

const GENERATIONS = [0, 1] as const;

/** Murmur3's finalizer: every input bit reaches every output bit. */
function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hex8 = (value: number) => (value >>> 0).toString(16).padStart(8, '0');

/**
 * A stateless codec: the last 8 digits are the position under a seeded mask, the first 16 a check
 * that only the same seed reproduces. So 100,000 rows need no table of cursors, and a cursor means
 * a place in the FULL list whatever filters travel with it.
 */
export function createCursorCodec(seed: number, rowCount: number): CursorCodec {
  const mask = mix(seed + 1);
  const encode = (position: number, generation = 0) => {
    const check = mix(position + mask) ^ generation;
    return hex8(check) + hex8(mix(check ^ seed)) + hex8(position ^ mask);
  };
  return {
    encode,
    decode(cursor) {
      if (!/^[0-9a-f]{24}$/.test(cursor)) return null;
      const position = (Number.parseInt(cursor.slice(16), 16) ^ mask) >>> 0;
      if (position >= rowCount) return null;
      return GENERATIONS.some((generation) => encode(position, generation) === cursor)
        ? position
        : null;
    },
  };
}
