import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AccountHealth } from './accounts/account-entry.ts';
import type { SnapshotFacts } from './history/notices/watch.ts';
import { type SecurityEvent, securityEvents } from './security-event.ts';
import type { UpstreamObserver } from './upstream/upstream.ts';
import { version } from './version.ts';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/**
 * The metrics for the operator's Prometheus. No label holds a number, a SID, a cursor or an
 * address.
 * @param lostLines lines that the log lost so far.
 */
export function createMetrics(lostLines = () => 0) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets = seconds,
  ) => new Histogram({ name, help, labelNames, buckets, registers });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name, help, labelNames, registers });
  /** A gauge by the ids of accounts, which is read anew each time. */
  const accountGauge = (
    name: string,
    help: string,
    read: () => Iterable<readonly [account: string, value: number]>,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ['account'],
      registers,
      collect() {
        this.reset();
        for (const [account, value] of read()) this.set({ account }, value);
      },
    });

  const requests = histogram(
    'http_request_duration_seconds',
    'Requests answered, by route, method and status.',
    ['route', 'method', 'status'],
  );
  const attempts = histogram(
    'upstream_attempt_duration_seconds',
    'Attempts at Apifonica, by outcome.',
    ['outcome'],
  );
  const waits = histogram(
    'upstream_wait_duration_seconds',
    'How long requests to Apifonica waited for their turn, by who waits for the answer.',
    ['priority'],
    [0.001, ...seconds],
  );
  const retries = counter('upstream_retries_total', 'Attempts made again, by what went wrong.', [
    'code',
  ]);
  const causes = counter(
    'upstream_failures_total',
    'Failed attempts at Apifonica, by what is behind the code where it does not say that.',
    ['code', 'cause'],
  );
  const unread = counter(
    'upstream_unread_values_total',
    'Values of Apifonica that cannot be read and are missing in their rows, by field.',
    ['field'],
  );
  const skipped = counter(
    'upstream_broken_fields_total',
    'Fields for which rows of Apifonica were left out.',
    ['field'],
  );
  const onlyProof = counter(
    'walk_rows_only_proof_found_total',
    'Rows that chains by type and country should have had, and only the proof of a walk found.',
  );
  const events = counter(
    'security_events_total',
    'Events of security that the log has a line for, by their name there.',
    ['event'],
  );
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
      const failures = counter(
        'store_failures_total',
        'Commands that the store that the servers share did not carry out.',
      );
      return () => failures.inc();
    },
    /** Adds what is known of the accounts in use. */
    watchAccounts(read: () => AccountHealth[]) {
      const gauge = (name: string, help: string, countOf: (account: AccountHealth) => number) =>
        accountGauge(name, help, () =>
          read().flatMap((one) =>
            one.state === 'unused' ? [] : [[one.account.id, countOf(one)] as const],
          ),
        );
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
    /**
     * Adds the metrics of snapshots.
     * @returns the function that counts numbers that a snapshot did not find any more.
     */
    watchSnapshots(read: () => readonly SnapshotFacts[]) {
      accountGauge(
        'snapshot_last_success_timestamp_seconds',
        'When the newest snapshot was taken, by any server.',
        () => read().map(({ account, lastSuccess }) => [account, lastSuccess / 1000]),
      );
      accountGauge('numbers', 'Numbers of the newest snapshot.', () =>
        read().map(({ account, numbers }) => [account, numbers]),
      );
      const goneNumbers = counter(
        'numbers_gone_total',
        'Numbers that a snapshot of this server did not find any more.',
      );
      return (gone: number) => goneNumbers.inc(gone);
    },
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
