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
