/** A seeded source of choices: the same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform whole number in [0, below). */
  below(limit: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One element, uniformly. Throws RangeError on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** `digits` lower-case hexadecimal digits; a multiple of eight. */
  hex(digits: number): string;
}

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for a demo's variety, and
 * cheap enough that 100,000 rows are drawn at start.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => word() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError('Nothing to pick from');
      // `below` gives an index below the length, which is not 0.
      return list[below(list.length)]!;
    },
    hex(digits) {
      let text = '';
      while (text.length < digits) text += word().toString(16).padStart(8, '0');
      return text;
    },
  };
}
