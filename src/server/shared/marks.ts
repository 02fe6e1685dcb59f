/**
 * Things that count once over all replicas, such as the state of a sign-in. Each call may fail with
 * ProblemError `store_unavailable`.
 */
export interface Marks {
  /**
   * Marks a thing as used, until the time is over.
   * @returns whether nobody had marked it before.
   */
  use(name: string, ms: number): Promise<boolean>;
  isUsed(name: string): Promise<boolean>;
}
