import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AdminHealth } from '#contract/admin.ts';
import { createHistoryMetrics } from './history/history-metrics.ts';
import type { SnapshotFacts } from './history/notices/watch.ts';
import { type SecurityEvent, securityEvents } from './security-event.ts';
import type { UpstreamObserver } from './upstream/upstream.ts';
import { version } from './version.ts';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

type AccountHealth = AdminHealth['accounts'][number];

/**
 * The metrics for the operator's Prometheus. No label holds a number, a SID, a cursor or an
 * address.
 * @param lostLines lines that the log lost so far.
 */
export function createMetrics(lostLines = () => 0) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: seconds,
    registers,
  });
  const attempts = new Histogram({
    name: 'upstream_attempt_duration_seconds',
    help: 'Attempts at Apifonica, by outcome.',
    labelNames: ['outcome'],
    buckets: seconds,
    registers,
  });
  const waits = new Histogram({
    name: 'upstream_wait_duration_seconds',
    help: 'How long requests to Apifonica waited for their turn, by who waits for the answer.',
    labelNames: ['priority'],
    buckets: [0.001, ...seconds],
    registers,
  });
  const retries = new Counter({
    name: 'upstream_retries_total',
    help: 'Attempts made again, by what went wrong.',
    labelNames: ['code'],
    registers,
  });
  const causes = new Counter({
    name: 'upstream_failures_total',
    help: 'Failed attempts at Apifonica, by what is behind the code where it does not say that.',
    labelNames: ['code', 'cause'],
    registers,
  });
  const unread = new Counter({
    name: 'upstream_unread_values_total',
    help: 'Values of Apifonica that cannot be read and are missing in their rows, by field.',
    labelNames: ['field'],
    registers,
  });
  const skipped = new Counter({
    name: 'upstream_broken_fields_total',
    help: 'Fields for which rows of Apifonica were left out.',
    labelNames: ['field'],
    registers,
  });

  const onlyProof = new Counter({
    name: 'walk_rows_only_proof_found_total',
    help: 'Rows that chains by type and country should have had, and only the proof of a walk found.',
    registers,
  });

  const events = new Counter({
    name: 'security_events_total',
    help: 'Events of security that the log has a line for, by their name there.',
    labelNames: ['event'],
    registers,
  });
  // Counters begin at 0, so that the first event already shows in a rate.
  for (const event of securityEvents) events.inc({ event }, 0);
  new Gauge({
    name: 'build_info',
    help: 'Always 1, with the version that runs.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  const walks = new Gauge({
    name: 'walks_under_way',
    help: 'Whole lists that are being read for a page or a job.',
    registers,
  });
  new Counter({
    name: 'log_lines_lost_total',
    help: 'Lines that standard error did not take, on a full disk for example.',
    registers,
    collect() {
      this.reset();
      this.inc(lostLines());
    },
  });

  const observer: UpstreamObserver = {
    waited: (priority, duration) => waits.observe({ priority }, duration),
    attempted: (outcome, duration) => attempts.observe({ outcome }, duration),
    retried: (code) => retries.inc({ code }),
    failed: (code, cause) => causes.inc({ code, cause }),
    valuesUnread: (fields) => {
      for (const field of fields) unread.inc({ field });
    },
    rowsSkipped: (fields) => {
      for (const field of fields) skipped.inc({ field });
    },
    onlyProofFound: (rows) => onlyProof.inc(rows),
  };
  return {
    observer,
    answered: (route: string, method: string, status: number, duration: number) =>
      requests.observe({ route, method, status: String(status) }, duration),
    securityEvent: (event: SecurityEvent) => events.inc({ event }),
    walkBegan: () => walks.inc(),
    walkEnded: () => walks.dec(),
    /**
     * Adds the metrics of the store that several servers share.
     * @returns the function that counts a failure.
     */
    watchStore(isUp: () => boolean) {
      new Gauge({
        name: 'store_up',
        help: 'Whether the store that the servers share can be asked.',
        registers,
        collect() {
          this.set(isUp() ? 1 : 0);
        },
      });
      const failures = new Counter({
        name: 'store_failures_total',
        help: 'Commands that the store that the servers share did not carry out.',
        registers,
      });
      return () => failures.inc();
    },
    /** Adds what is known of the accounts in use, by their ids. */
    watchAccounts(read: () => AdminHealth['accounts']) {
      const gauge = (name: string, help: string, countOf: (account: AccountHealth) => number) =>
        new Gauge({
          name,
          help,
          labelNames: ['account'],
          registers,
          collect() {
            this.reset();
            for (const one of read()) {
              if (one.state !== 'unused') this.set({ account: one.account.id }, countOf(one));
            }
          },
        });
      gauge(
        'upstream_in_flight',
        'Requests of this server to Apifonica now.',
        (one) => one.requests,
      );
      gauge(
        'upstream_limit',
        'Requests to Apifonica that may be in flight at once now, of all servers together.',
        (one) => one.limit,
      );
      gauge(
        'upstream_pause_seconds',
        'How long Apifonica is not asked from now on, after an overload.',
        (one) => one.paused_ms / 1000,
      );
    },
    /** Adds the metrics of snapshots; see `createHistoryMetrics`. */
    watchSnapshots: (read: () => readonly SnapshotFacts[]) => createHistoryMetrics(registers, read),
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
