import { expect, test } from 'vitest';
import type { ChangesEvent } from '#contract/history.ts';
import { rentedNumber } from '../fields/test-rows.ts';
import { createRowSet } from '../list/row-set.ts';
import { createSearchTest, narrowingKinds, readDifferences, spanOf } from './differences.ts';

const row = (number_sid: string, changes = {}) => rentedNumber({ number_sid, ...changes });

async function* stream(...events: ChangesEvent[]) {
  yield* events;
}
const read = (...events: ChangesEvent[]) => readDifferences(stream(...events), () => {});

const changed = (number_sid: string, before: object, after: object): ChangesEvent => ({
  event: 'changed',
  numbers: [{ before: row(number_sid, before), after: row(number_sid, after) }],
});
const done = (added: number, gone: number, ofThese: number, passed = 0): ChangesEvent => ({
  event: 'done',
  added,
  gone,
  changed: ofThese,
  passed,
});

test('differences are collected by kind, whatever order they come in', async () => {
  const counted: number[] = [];
  const found = await readDifferences(
    stream(
      changed('c', { name: 'Old' }, { name: 'New' }),
      { event: 'passed', numbers: [row('p')] },
      { event: 'gone', numbers: [row('g')] },
      { event: 'added', numbers: [row('a'), row('b')] },
      done(2, 1, 1, 1),
    ),
    (count) => counted.push(count),
  );
  expect(found.set.rows.map(({ number_sid }) => number_sid)).toEqual(['a', 'b', 'g', 'c', 'p']);
  expect(found.counts).toEqual({ added: 2, gone: 1, changed: 1, passed: 1 });
  expect(spanOf(found, 'gone')).toEqual({ from: 2, before: 3 });
  expect(spanOf(found, 'changed')).toEqual({ from: 3, before: 4 });
  expect(spanOf(found, 'passed')).toEqual({ from: 4, before: 5 });
  expect(found.before.get('c')?.name).toBe('Old');
  expect(found.set.rows[3]?.name).toBe('New');
  expect(counted).toEqual([1, 2, 3, 5]);
});

test('a changed number that was updated earlier than before is read as it became', async () => {
  const { set } = await read(
    changed('c', { name: 'New', updated: '2026-02-02T00:00:00Z' }, { name: 'Old', updated: null }),
    done(0, 0, 1),
  );
  expect(set.rows[0]?.name).toBe('Old');
});

test('a stream without its last line, or with other counts, is cut', async () => {
  const gone: ChangesEvent = { event: 'gone', numbers: [row('g')] };
  await expect(read(gone)).rejects.toMatchObject({ code: 'stream_cut' });
  await expect(read(gone, done(0, 2, 0))).rejects.toMatchObject({ code: 'stream_cut' });
  await expect(read(gone, done(0, 1, 0, 1))).rejects.toMatchObject({ code: 'stream_cut' });
  await expect(read(gone, gone, done(0, 2, 0))).rejects.toMatchObject({ code: 'stream_cut' });
});

test('a failure in the stream is that failure', async () => {
  const problem = {
    code: 'history_broken',
    title: 'Broken',
    status: 500,
    detail: 'Why.',
    requestId: 'r',
    retryable: false,
  } as const;
  await expect(read({ event: 'failed', problem })).rejects.toMatchObject({
    code: 'history_broken',
    message: 'Why.',
  });
});

test('the changed fields are named, and the moment of the change only where nothing else is', async () => {
  const updated = { updated: '2026-11-27T10:00:00Z' };
  const { parts } = await read(
    changed('c', {}, { name: 'New', ...updated }),
    changed('d', {}, { msg_method: 'POST', ...updated }),
    done(0, 0, 2),
  );
  expect(parts).toEqual({ fields: ['name', 'msg_method'], columns: ['name', 'msg_method'] });
  const alone = await read(changed('c', {}, updated), done(0, 0, 1));
  expect(alone.parts).toEqual({ fields: ['updated'], columns: ['updated'] });
});

test('an application that calls go to is shown there; one that a controller hides has its own column', async () => {
  const toApplication = { call_controller: null, voice: true };
  const shown = await read(
    changed(
      'c',
      { ...toApplication, call_app_sid: 'app1' },
      { ...toApplication, call_app_sid: 'app2' },
    ),
    done(0, 0, 1),
  );
  expect(shown.parts.columns).toEqual(['voice_to']);
  const controller = { call_controller: 'https://example.org/answer' };
  const hidden = await read(
    changed('c', { ...controller, call_app_sid: 'app1' }, { ...controller, call_app_sid: 'app2' }),
    done(0, 0, 1),
  );
  expect(hidden.parts.columns).toEqual(['call_app_sid']);
});

test('chosen kinds narrow a comparison only where it has others, too', () => {
  const counts = { added: 2, gone: 1, changed: 0, passed: 0 };
  expect(narrowingKinds(counts, null)).toBeNull();
  expect(narrowingKinds(counts, ['gone'])).toEqual(['gone']);
  expect(narrowingKinds(counts, ['added', 'gone'])).toBeNull();
  expect(narrowingKinds(counts, ['added', 'gone', 'changed'])).toBeNull();
  const three = ['added', 'gone', 'changed'] as const;
  expect(narrowingKinds({ ...counts, passed: 1 }, three)).toEqual(three);
});

const before = rentedNumber({ number_sid: 'c', name: 'Campaign' });
const set = createRowSet([
  rentedNumber({ number_sid: 'a', name: 'Desk' }),
  { ...before, name: 'Desk' },
]);
const found = (text: string) => {
  const { passes } = createSearchTest({ set, before: new Map([['c', before]]) })({
    text,
    numbers: [],
  });
  return [0, 1].filter(passes);
};

test('a changed number is found by its old and by its new name', () => {
  expect(found('campaign')).toEqual([1]);
  expect(found('desk')).toEqual([0, 1]);
  expect(found('nobody')).toEqual([]);
});
