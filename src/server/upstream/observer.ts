/** Told what happens towards the upstream, for metrics. */
export interface UpstreamObserver {
  /** One attempt ended: `ok`, `aborted` or a problem code, after so many seconds. */
  attempted(outcome: string, seconds: number): void;
  retried(code: string): void;
  /** Rows were left out; the names of the fields at fault. */
  rowsSkipped(fields: readonly string[]): void;
  /** A walk ended; so many rows had to be found by its proof, as the chains that went ahead lacked them. */
  onlyProofFound(rows: number): void;
}
