import type { AdminHealth } from '#contract/admin.ts';
import { ApiError } from '../../lib/api-error.ts';
import { failureWords } from '../../list/failure-words.ts';
import * as words from './words.ts';

type AccountHealth = AdminHealth['accounts'][number];

/** How an account answers, and how much of its share of requests is in use. */
export function accountFacts({
  state,
  problem,
  requests,
  limit,
  paused_ms,
}: AccountHealth): string[] {
  const facts = [words.states[state]];
  if (problem !== null) facts.push(failureWords(new ApiError(problem)).title);
  if (paused_ms > 0) facts.push(words.paused(words.seconds(Math.ceil(paused_ms / 1000))));
  // Before the first request nothing is known of the limit.
  if (state !== 'unused') facts.push(words.requests(requests, limit));
  return facts;
}
