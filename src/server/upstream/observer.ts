/** Told what happens towards the upstream, for metrics. */
export interface UpstreamObserver {
  /** One attempt ended: `ok`, `aborted` or a problem code, after so many seconds. */
  attempted(outcome: string, seconds: number): void;
  /** An attempt failed for a reason that its problem code does not tell, such as `ECONNREFUSED`. */
  failed(code: string, cause: string): void;
  retried(code: string): void;
  /** Rows were left out; the names of the fields at fault. */
  rowsSkipped(fields: Iterable<string>): void;
  /** Values could not be read, and are missing in their rows; the names of their fields. */
  valuesUnread(fields: readonly string[]): void;
  /** A walk ended; so many rows had to be found by its proof, as the chains that went ahead lacked them. */
  onlyProofFound(rows: number): void;
}
