import { failureWords } from '../../list/failure-words.ts';
import type { FindRun } from './find-run.ts';
import * as words from './words.ts';

/** How far a lookup is, and what was found. Never "no match" of accounts that have not answered. */
export function findWords({ accounts, answered, matches, status, error }: FindRun): string {
  const found = matches.length;
  if (error !== null) return words.stopped(failureWords(error).title);
  if (accounts === null) return words.asking;
  if (answered === accounts) return words.allAnswered(accounts, found);
  return (status === 'asking' ? words.asked : words.someUnanswered)(answered, accounts, found);
}
