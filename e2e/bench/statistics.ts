/** A percentile, as the nearest of the values themselves, never between two. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('No values were measured.');
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

export const round = (value: number, digits = 0) => Number(value.toFixed(digits));

/** The summary of a series in the JSON. */
export const summary = (values: readonly number[]) => ({
  count: values.length,
  p50: round(median(values), 1),
  p95: round(percentile(values, 0.95), 1),
  most: round(percentile(values, 1), 1),
});
