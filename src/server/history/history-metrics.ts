import { Counter, Gauge, type Registry } from 'prom-client';
import type { SnapshotFacts } from './notices/watch.ts';

/**
 * The metrics of snapshots, by the ids of their accounts.
 * @returns the function that counts numbers that a snapshot did not find any more.
 */
export function createHistoryMetrics(
  registers: Registry[],
  read: () => readonly SnapshotFacts[],
): (gone: number) => void {
  const gauge = (name: string, help: string, of: (facts: SnapshotFacts) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['account'],
      registers,
      collect() {
        this.reset();
        for (const facts of read()) this.set({ account: facts.account }, of(facts));
      },
    });
  gauge(
    'snapshot_last_success_timestamp_seconds',
    'When the newest snapshot was taken, by any server.',
    ({ lastSuccess }) => lastSuccess / 1000,
  );
  gauge('numbers', 'Numbers of the newest snapshot.', ({ numbers }) => numbers);
  const counter = new Counter({
    name: 'numbers_gone_total',
    help: 'Numbers that a snapshot of this server did not find any more.',
    registers,
  });
  return (gone) => counter.inc(gone);
}
