import type { InventoryRow } from './matches-filters.ts';

/** A list request that passed method, credentials and account. */
export interface ListRequest {
  /** 1 for the first list request this sandbox received, counted on arrival. */
  readonly ordinal: number;
  /** The requested address; links are built on its origin. */
  readonly url: URL;
  readonly accountSid: string;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
}

/** The envelope before a scenario has touched it. */
export interface SandboxPage {
  readonly limit: number;
  readonly prev: string | null;
  readonly next: string | null;
  readonly numbers: readonly InventoryRow[];
}

export interface PageContext extends ListRequest {
  /** How many matching rows come before this page: 0 on the first. */
  readonly start: number;
  /** Matching rows by index, end exclusive, to look beyond the page. */
  matching(start: number, end: number): readonly InventoryRow[];
}

/**
 * The changes of a scenario; members left out keep the documented behaviour. One object serves one
 * sandbox, so it may keep its own counters.
 */
export interface Behaviour {
  /** Milliseconds every answer takes, to the millisecond, in place of the configured latency. */
  readonly exactLatencyMs?: number;
  readonly ignoresFilters?: boolean;
  /** Pages are requested by `offset` (matching rows to skip) instead of a cursor. */
  readonly paginatesByOffset?: boolean;
  /** Replaces the inventory, once, at start. */
  rows?(rows: readonly InventoryRow[]): readonly InventoryRow[];
  /** Answers in place of a page; null lets the page through. */
  answer?(request: ListRequest): Response | Promise<Response> | null;
  /** Called for every known cursor that arrives; true answers 400. */
  refusesCursor?(cursor: string, position: number): boolean;
  /** Which of a row's cursors to hand out. */
  cursorGeneration?(position: number): number;
  /** The body to send in place of the page. */
  page?(page: SandboxPage, context: PageContext): unknown;
}
