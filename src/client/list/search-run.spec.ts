import { describe, expect, test } from 'vitest';
import { ApiError } from '../lib/api-error.ts';
import type { Scope } from './scope.ts';
import {
  followSearch,
  listBefore,
  type SearchedList,
  type SearchRun,
  searchPhase,
} from './search-run.ts';

const pace = { loaded: 100, requests: 5, perSecond: null, estimate: null };
const scopes = {
  loading: { status: 'loading' },
  partial: { status: 'partial', loaded: 100 },
  walking: { status: 'walking', loaded: 100, pace },
  paused: { status: 'paused', loaded: 100 },
  complete: { status: 'complete', loaded: 100, skipped: 0, at: 0 },
  stopped: { status: 'stopped', loaded: 100, at: 0, error: new ApiError('stream_cut') },
} satisfies Record<string, Scope>;

const listOf = (
  status: keyof typeof scopes,
  isInventory: boolean,
  rest: Partial<SearchedList> = {},
): SearchedList => ({
  scope: scopes[status],
  isInventory,
  question: 'desk',
  isSearched: true,
  ...rest,
});
const pages = listOf('partial', false);
const walking = listOf('walking', true);
const complete = listOf('complete', true);

const run = (stage: SearchRun['stage'], question = ''): SearchRun => ({
  stage,
  before: 'pages',
  cleared: null,
  question,
});

test('a search begins with the walk, is done with it, and counts until another question', () => {
  const starting = followSearch(run('starting'), pages) as SearchRun;
  expect(starting.stage).toBe('starting');
  const begun = followSearch(starting, walking) as SearchRun;
  expect(begun.stage).toBe('begun');
  const done = followSearch(begun, complete) as SearchRun;
  expect(done).toMatchObject({ stage: 'done', question: 'desk' });
  expect(followSearch(done, complete)).toBe(done);
  expect(followSearch(done, { ...complete, question: 'des' })).toBeNull();
});

test('another text while it is under way changes what is looked for, and no text stops it', () => {
  expect(followSearch(run('begun'), { ...walking, question: 'other' })).toEqual(run('begun'));
  expect(followSearch(run('begun'), { ...walking, isSearched: false })).toBe('stop');
  expect(followSearch(run('starting'), { ...pages, isSearched: false })).toBe('stop');
  const failed = listOf('stopped', true, { isSearched: false });
  expect(followSearch(run('begun'), failed)).toBe('stop');
});

test('rows that the reader paused to keep are kept without a text', () => {
  const paused = listOf('paused', true);
  expect(followSearch(run('begun'), paused)).toEqual(run('begun'));
  expect(followSearch(run('begun'), { ...paused, isSearched: false })).toBeNull();
});

test('a cancelled walk ends the search', () => {
  expect(followSearch(run('begun'), pages)).toBeNull();
});

describe('the phase', () => {
  test.each([
    ['wanted', pages, 'searching'],
    ['starting', pages, 'searching'],
    ['begun', walking, 'searching'],
    ['begun', listOf('paused', true), null],
    ['begun', listOf('stopped', true), 'stopped'],
    ['begun', listOf('stopped', false), null],
    ['begun', complete, 'done'],
    ['done', complete, 'done'],
    ['done', walking, null],
  ] as const)('%s over a list', (stage, list, phase) => {
    expect(searchPhase(run(stage), list)).toBe(phase);
  });

  test('there is none without a search', () => {
    expect(searchPhase(null, walking)).toBeNull();
  });
});

test('the list before it is told from its state', () => {
  expect(listBefore(pages)).toBe('pages');
  expect(listBefore(listOf('loading', false))).toBe('pages');
  expect(listBefore(listOf('paused', true))).toBe('paused');
  expect(listBefore(listOf('stopped', true))).toBe('paused');
  expect(listBefore(walking)).toBe('walking');
  expect(listBefore(complete)).toBe('complete');
});
