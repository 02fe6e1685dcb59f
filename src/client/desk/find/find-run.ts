import { type FindEvent, findEventSchema } from '#contract/find.ts';
import type { RentedNumber } from '#contract/number.ts';
import { routes } from '#contract/routes.ts';
import type { AccountRef } from '#contract/session.ts';
import { ApiError } from '../../lib/api-error.ts';
import { getLines } from '../../lib/get-lines.ts';
import { failureWords } from '../../list/failure-words.ts';
import * as words from './words.ts';

export interface Match {
  account: AccountRef;
  row: RentedNumber;
}

export interface Unanswered {
  account: AccountRef;
  error: ApiError;
  /** Whether the account is being asked again. */
  isAsked: boolean;
}

/** A number looked up in all accounts. */
export interface FindRun {
  number: string;
  /** How many accounts are asked; null before the server has said so. */
  accounts: number | null;
  answered: number;
  matches: readonly Match[];
  unanswered: readonly Unanswered[];
  /** Ended is not complete: `unanswered` accounts may have the number. */
  status: 'asking' | 'ended' | 'stopped';
  /** Why the whole lookup has stopped. */
  error: ApiError | null;
}

export const startRun = (number: string): FindRun => ({
  number,
  accounts: null,
  answered: 0,
  matches: [],
  unanswered: [],
  status: 'asking',
  error: null,
});

const without = (unanswered: readonly Unanswered[], id: string) =>
  unanswered.filter(({ account }) => account.id !== id);

/** What an account has answered, the first time or when it was asked again. */
export const withAnswer = (
  run: FindRun,
  account: AccountRef,
  numbers: readonly RentedNumber[],
): FindRun => ({
  ...run,
  answered: run.answered + 1,
  matches: [...run.matches, ...numbers.map((row) => ({ account, row }))],
  unanswered: without(run.unanswered, account.id),
});

export const withFailure = (run: FindRun, account: AccountRef, error: ApiError): FindRun => ({
  ...run,
  unanswered: [...without(run.unanswered, account.id), { account, error, isAsked: false }],
});

export const withRetry = (run: FindRun, { id }: AccountRef): FindRun => ({
  ...run,
  unanswered: run.unanswered.map((one) =>
    one.account.id === id ? { ...one, isAsked: true } : one,
  ),
});

/**
 * Looks a number up in every account, exactly.
 *
 * @throws ApiError `stream_cut` when the last line is missing.
 */
export async function* answersFor(number: string, signal: AbortSignal): AsyncGenerator<FindEvent> {
  const searchParams = new URLSearchParams({ number });
  for await (const event of getLines(routes.find, findEventSchema, { searchParams, signal })) {
    yield event;
    if (event.event === 'done') return;
  }
  throw new ApiError('stream_cut');
}

/** The run after a line of the stream. */
export function withEvent(run: FindRun, event: FindEvent): FindRun {
  switch (event.event) {
    case 'asked':
      return { ...run, accounts: event.accounts };
    case 'answered':
      return withAnswer(run, event.account, event.numbers);
    case 'failed': {
      const { code, detail } = event.problem;
      return withFailure(run, event.account, new ApiError(code, detail, event.problem));
    }
    case 'done':
      return { ...run, status: 'ended' };
  }
}

/** How far a lookup is, and what was found. Never "no match" of accounts that have not answered. */
export function findWords({ accounts, answered, matches, status, error }: FindRun): string {
  const found = matches.length;
  if (error !== null) return words.stopped(failureWords(error).title);
  if (accounts === null) return words.asking;
  if (answered === accounts) return words.allAnswered(accounts, found);
  return (status === 'asking' ? words.asked : words.someUnanswered)(answered, accounts, found);
}
