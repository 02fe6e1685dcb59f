import type { Logger } from 'pino';
import type { NumberPage } from '#contract/number.ts';
import type { InventoryQuery, NumbersQuery } from '#contract/query.ts';
import type { OutboundProxy } from '../read-proxy.ts';
import type { Priority } from './gate.ts';
import type { Walk } from './walk.ts';

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

/** The circumstances of a request. */
export interface Asking {
  /** Aborted when the client no longer waits for the answer. */
  signal: AbortSignal;
  log: Logger;
  priority?: Priority;
  /** Skips the cache of recent pages. */
  fresh?: boolean;
}

/** The circumstances of a walk. */
export interface AskingForWalk extends Pick<Asking, 'signal' | 'log'> {
  /** Nobody waits for the walk: it shares nothing, and takes only what everybody else leaves. */
  isQuiet?: boolean;
}

export interface Upstream {
  /**
   * One page of the rented numbers.
   * @throws ProblemError with one of the `upstream_*` codes, `cursor_expired` or `invalid_cursor`.
   */
  listNumbers(query: NumbersQuery, asking: Asking): Promise<NumberPage>;
  /**
   * The SIP secret of one number, requested each time and never stored.
   * @param number the digits of the number, which finds its row.
   * @returns null when the account has no such row, or the row has no token.
   * @throws ProblemError with one of the `upstream_*` codes.
   */
  readToken(numberSid: string, number: string, asking: Asking): Promise<string | null>;
  /**
   * Every number of a selection, page after page, without the cache of recent pages.
   * @throws ProblemError `invalid_cursor` for an invalid checkpoint, before any request.
   */
  walk(query: InventoryQuery, asking: AskingForWalk): Walk;
  close(): Promise<void>;
}

/** The requests to the upstream of this process. */
interface UpstreamState {
  inFlight: number;
  /** Requests that may be in flight at once now. */
  limit: number;
  /** Milliseconds left of a pause that the upstream asked for. */
  pausedMs: number;
}

/** An upstream, and what only its owner may do. */
export interface OwnUpstream extends Upstream {
  state(): UpstreamState;
  /** Uses another token of the same account from now on. */
  changeToken(token: string): void;
  /** Sends no request for so many milliseconds. */
  pause(ms: number): void;
  /** Opens new connections through another proxy, or straight, from now on. */
  changeProxy(proxy: OutboundProxy | null): void;
}
