import { expect, test } from 'vitest';
import { ApiError } from '../lib/api-error.ts';
import type { Pace } from './inventory-state.ts';
import { createRowSet } from './row-set.ts';
import { inventoryScope } from './scope.ts';
import { rowsOf } from './test-stream.ts';

const selection = {};
const set = createRowSet(rowsOf('a', 'b', 'c'));
const pace: Pace = { loaded: 2, requests: 1, perSecond: 20, estimate: null };
const error = new ApiError('upstream_timeout', 'Too slow.');
const at = 7;

test('a walk, paused or not, counts every row that is here', () => {
  expect(inventoryScope({ status: 'running', selection, set, pace })).toEqual({
    status: 'walking',
    loaded: 3,
    pace,
  });
  expect(inventoryScope({ status: 'paused', selection, set, pace })).toEqual({
    status: 'paused',
    loaded: 3,
  });
});

test('a walk that stopped says when and why', () => {
  expect(inventoryScope({ status: 'stopped', selection, set, pace, error, at })).toEqual({
    status: 'stopped',
    loaded: 3,
    at,
    error,
  });
});

test('a complete list stays one while it is read again, or that failed', () => {
  const complete = { status: 'complete', loaded: 3, skipped: 1, at };
  const held = { status: 'complete', selection, set, at, skipped: 1, isWalked: true } as const;
  const changes = null;
  for (const refreshing of [
    null,
    { status: 'running', pace } as const,
    { status: 'stopped', pace, error, at: 9 } as const,
  ]) {
    expect(inventoryScope({ ...held, refreshing, changes })).toEqual(complete);
  }
});
