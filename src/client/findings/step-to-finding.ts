/**
 * The index of the nearest shown row with an open finding, or -1.
 *
 * @param positions the position of each shown row in its set.
 * @param open by position, the rules with an open finding.
 * @param at the index to start from, which does not count; a half stands between two rows.
 */
export function stepToFinding(
  positions: Uint32Array,
  open: Uint32Array,
  at: number,
  by: 1 | -1,
): number {
  let index = by > 0 ? Math.floor(at) + 1 : Math.min(Math.ceil(at), positions.length) - 1;
  for (; index >= 0 && index < positions.length; index += by) {
    if ((open[positions[index]!] ?? 0) !== 0) return index;
  }
  return -1;
}
