import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { createShare } from './share.ts';

function harness() {
  const share = createShare<string>();
  const started: {
    signal: AbortSignal;
    finish: (value: string) => void;
    fail: (e: Error) => void;
  }[] = [];
  const call = (key: string, signal = new AbortController().signal) =>
    share(
      key,
      signal,
      (inner) =>
        new Promise<string>((resolve, reject) => {
          started.push({ signal: inner, finish: resolve, fail: reject });
          inner.addEventListener('abort', () => reject(inner.reason));
        }),
    );
  return { call, started };
}

test('equal calls in flight share one, and a later call starts afresh', async () => {
  const { call, started } = harness();
  const both = Promise.all([call('a'), call('a'), call('b')]);
  expect(started).toHaveLength(2);
  started[0]?.finish('A');
  started[1]?.finish('B');
  expect(await both).toEqual(['A', 'A', 'B']);
  void call('a');
  expect(started).toHaveLength(3);
});

test('one waiter leaving does not disturb the other', async () => {
  const { call, started } = harness();
  const leaving = new AbortController();
  const first = call('a', leaving.signal);
  const second = call('a');
  leaving.abort(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  expect(started[0]?.signal.aborted).toBe(false);
  started[0]?.finish('A');
  expect(await second).toBe('A');
});

test('the call is aborted when its last waiter leaves, and is not joined any more', async () => {
  const { call, started } = harness();
  const leaving = [new AbortController(), new AbortController()];
  const calls = leaving.map((controller) => call('a', controller.signal));
  for (const controller of leaving) controller.abort(new Error('gone'));
  for (const waiting of calls) await expect(waiting).rejects.toThrow('gone');
  expect(started[0]?.signal.aborted).toBe(true);
  const again = call('a');
  expect(started).toHaveLength(2);
  started[1]?.finish('A');
  expect(await again).toBe('A');
});

test('a failure reaches every waiter', async () => {
  const { call, started } = harness();
  const calls = [call('a'), call('a')];
  started[0]?.fail(new Error('broken'));
  for (const waiting of calls) await expect(waiting).rejects.toThrow('broken');
});

test('a call after an aborted one is shared too', async () => {
  const { call, started } = harness();
  const leaving = new AbortController();
  const left = call('a', leaving.signal);
  leaving.abort(new Error('gone'));
  const next = call('a');
  await expect(left).rejects.toThrow('gone');
  const joined = call('a');
  expect(started).toHaveLength(2);
  started[1]?.finish('A');
  expect(await Promise.all([next, joined])).toEqual(['A', 'A']);
});

test('a signal that outlives its calls keeps no listener of them', async () => {
  const { call, started } = harness();
  const { signal } = new AbortController();
  const answered = call('a', signal);
  started[0]?.finish('A');
  await answered;
  const failed = call('a', signal);
  started[1]?.fail(new Error('broken'));
  await expect(failed).rejects.toThrow('broken');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
