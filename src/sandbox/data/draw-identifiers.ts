import type { Random } from './random.ts';

/** The vendor's identifiers: three letters, then a UUID. */
type SidPrefix = 'num' | 'app' | 'end';

/** A fresh identifier such as `num6eb8d7d5-6bbb-4249-8341-2271986ce567`. */
export function drawSid(prefix: SidPrefix, random: Random): string {
  const hex = random.hex(32);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return prefix + groups.join('-');
}

/**
 * The SIP secret of a number; null for any other type. It is fake on sight: harmless in a log, and
 * easy to find where it must never appear.
 */
export const drawToken = (type: string, random: Random): string | null =>
  type === 'sip' ? `sandbox-sip-token-${random.hex(32)}` : null;

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
