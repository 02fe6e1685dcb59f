import type { Snapshot } from '#contract/history.ts';

/** For specs: a kept list, one a day. */
export const snapshot = (seq: number, changes: Partial<Snapshot> = {}): Snapshot => ({
  seq,
  asOf: new Date(Date.UTC(2026, 10, seq, 3, 17)).toISOString(),
  total: 100,
  skipped: 0,
  added: 0,
  gone: 0,
  changed: 0,
  status: 'kept',
  ...changes,
});
