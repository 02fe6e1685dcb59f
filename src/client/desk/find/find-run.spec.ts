import { expect, test } from 'vitest';
import type { FindEvent } from '#contract/find.ts';
import { rentedNumber } from '../../fields/test-rows.ts';
import { ApiError } from '../../lib/api-error.ts';
import {
  type FindRun,
  findWords,
  startRun,
  withAnswer,
  withEvent,
  withFailure,
  withRetry,
} from './find-run.ts';

const berlin = { id: 'berlin', name: 'Berlin' };
const tallinn = { id: 'tallinn', name: 'Tallinn' };
const row = rentedNumber({ number: '447480600503' });
const problem = {
  code: 'upstream_timeout',
  title: 'Timeout',
  status: 504,
  detail: 'Apifonica did not answer in time.',
  requestId: 'r1',
  retryable: true,
} as const;

const asked = { event: 'asked', accounts: 2 } as const;
const answered = (numbers = [row], account = berlin) =>
  ({ event: 'answered', account, numbers }) as const;
const failed = { event: 'failed', account: tallinn, problem } as const;

const after = (...events: FindEvent[]): FindRun =>
  events.reduce(withEvent, startRun('447480600503'));

test('matches are there as their accounts answer', () => {
  const run = after(asked, answered());
  expect(run.matches).toEqual([{ account: berlin, row }]);
  expect(run.status).toBe('asking');
  expect(findWords(run)).toBe('1 of 2 accounts answered · 1 match');
});

test('says nothing of matches before the server has asked, and no match only of accounts that answered', () => {
  expect(findWords(after())).toBe('Asking the accounts…');
  expect(findWords(after(asked, answered([])))).toBe('1 of 2 accounts answered · no match yet');
  const done = { event: 'done', answered: 2, failed: 0 } as const;
  expect(findWords(after(asked, answered([]), answered([], tallinn), done))).toBe(
    'All 2 accounts answered · no match',
  );
});

test('an account that did not answer may have the number', () => {
  const run = after(asked, answered([]), failed, { event: 'done', answered: 1, failed: 1 });
  expect(run.unanswered).toMatchObject([{ account: tallinn, isAsked: false }]);
  expect(run.status).toBe('ended');
  expect(findWords(run)).toBe('1 of 2 accounts answered · no match in them');
});

test('an account that is asked again answers, or fails anew', () => {
  const run = withRetry(after(asked, answered([]), failed), tallinn);
  expect(run.unanswered).toMatchObject([{ account: tallinn, isAsked: true }]);
  const again = withFailure(run, tallinn, new ApiError('server_unreachable'));
  expect(again.unanswered).toMatchObject([{ account: tallinn, isAsked: false }]);
  const found = withAnswer(run, tallinn, [row]);
  expect(found).toMatchObject({ answered: 2, unanswered: [], matches: [{ account: tallinn }] });
});

test('a lookup that was cut off says that accounts are missing', () => {
  const run = { ...after(asked, answered([])), error: new ApiError('stream_cut') };
  expect(findWords({ ...run, status: 'stopped' })).toBe(
    'The connection was lost. Not every account has answered.',
  );
});
