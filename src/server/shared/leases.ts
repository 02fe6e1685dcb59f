/** A right to do a piece of work alone, for a short time. */
export interface Lease {
  /**
   * Larger than the fence of every earlier lease of the name. Whoever takes work of lease holders
   * refuses a smaller fence than the largest one seen, as a holder may sleep past its time.
   */
  readonly fence: number;
  /**
   * Holds the lease for that many milliseconds from now on.
   * @returns false when the lease is over, and may be another's. May fail with `store_unavailable`.
   */
  renew(ms: number): Promise<boolean>;
  /** Gives the lease back, unless it is over. May fail with `store_unavailable`. */
  release(): Promise<void>;
}

/** Leases by name: of all replicas, one holds a name. */
export interface Leases {
  /**
   * Takes a name for that many milliseconds.
   * @returns null while another holds the name. May fail with `store_unavailable`.
   */
  take(name: string, ms: number): Promise<Lease | null>;
  /** Whether somebody holds a name. May fail with `store_unavailable`. */
  isHeld(name: string): Promise<boolean>;
}
