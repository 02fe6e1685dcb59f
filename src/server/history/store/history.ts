import type { NumberHistory, Snapshot } from '#contract/history.ts';
import type { RentedNumber } from '#contract/number.ts';
import type { NumberSelection } from '#contract/selection.ts';
import type { ComparedCounts } from '../tasks/tasks.ts';

/** What the walk of a list says at its end. */
export interface ListFacts {
  /** The end of the walk, ISO 8601 in UTC. */
  asOf: string;
  /** Invalid rows that were left out. */
  skipped: number;
}

/** A list that is being read, and may become a snapshot. Nothing of it can be seen before. */
export interface Draft {
  /**
   * Takes further numbers of the list; resolves when more may come. A number that was updated
   * during the walk comes again, and its later row counts.
   */
  add(numbers: readonly RentedNumber[]): Promise<void>;
  /**
   * Makes the list a snapshot, or keeps it as unconfirmed where it lost suspiciously many numbers,
   * or has more invalid rows than the snapshot before, and no unconfirmed list before agrees with it.
   * @throws ProblemError `snapshot_under_way` when another process was faster, `history_broken`
   * when the folder cannot be written. Nothing is kept then.
   */
  keep(facts: ListFacts): Promise<Snapshot>;
  /** Forgets the list. */
  drop(): Promise<void>;
}

/**
 * Whole lines of `contract/inventory.ts` or `contract/history.ts`, without the last line, and at the
 * end what the last line counts.
 * Fails with `snapshot_gone`, or with `history_broken`, which names the day and the file.
 */
export type Lines<Result> = AsyncGenerator<Uint8Array<ArrayBuffer>, Result, void>;

/** The kept lists of one account. Any number of processes may read, and add, at the same time. */
export interface AccountHistory {
  /** Newest first; an unconfirmed list comes before them. */
  snapshots(): Promise<Snapshot[]>;
  begin(): Promise<Draft>;
  /** The numbers of a snapshot that a selection has, as `numbers` events. */
  list(seq: number, selection: NumberSelection, signal: AbortSignal): Lines<number>;
  /** How one snapshot became another, as `added`, `gone`, `changed` and `passed` events. */
  changes(from: number, to: number, signal: AbortSignal): Lines<ComparedCounts>;
  number(numberSid: string, signal: AbortSignal): Promise<NumberHistory>;
}

/** The kept lists of all accounts, in one folder. */
export interface HistoryFolder {
  /** @param accountSid the name of the account at Apifonica. */
  account(accountSid: string): AccountHistory;
  /**
   * Removes the folder of an account, with every file in it; false when it has no file of a history.
   */
  purge(accountSid: string): Promise<boolean>;
  close(): Promise<void>;
}
