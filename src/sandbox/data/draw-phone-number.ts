import type { Random } from './random.ts';

/**
 * E.164 digits (no `+`) that fit one of the patterns and were not drawn before; records the result
 * in `taken`. Loops until one is free, so the patterns must hold far more numbers than are drawn.
 *
 * @param patterns see numbering-plans.ts: `#` any digit, `N` 2 to 9
 */
export function drawPhoneNumber(
  patterns: readonly string[],
  random: Random,
  taken: Set<string>,
): string {
  for (;;) {
    let digits = '';
    for (const mark of random.pick(patterns)) {
      if (mark === '#') digits += random.below(10);
      else if (mark === 'N') digits += 2 + random.below(8);
      else if (mark !== ' ') digits += mark;
    }
    if (taken.has(digits)) continue;
    taken.add(digits);
    return digits;
  }
}
