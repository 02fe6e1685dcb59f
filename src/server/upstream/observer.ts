import type { Priority } from './gate.ts';

/** Receives the events of requests to the upstream, for metrics. */
export interface UpstreamObserver {
  /** A request may be sent now, after it waited so many seconds for its turn. */
  waited(priority: Priority, seconds: number): void;
  /** One attempt ended: `ok`, `aborted` or a problem code, after so many seconds. */
  attempted(outcome: string, seconds: number): void;
  /** An attempt failed; `cause` is the reason behind the problem code, such as `ECONNREFUSED`. */
  failed(code: string, cause: string): void;
  retried(code: string): void;
  /** Rows were left out; the names of the fields at fault. */
  rowsSkipped(fields: Iterable<string>): void;
  /** Values were unreadable and are missing in their rows; the names of their fields. */
  valuesUnread(fields: readonly string[]): void;
  /** A walk ended; its early chains missed this many rows, which only the proof chains found. */
  onlyProofFound(rows: number): void;
}
