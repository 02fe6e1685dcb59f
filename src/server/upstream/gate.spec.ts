import { expect, test, vi } from 'vitest';
import { createGate } from './gate.ts';

const never = new AbortController().signal;

/** A job that says when it started and ends when told. */
function job(log: string[], name: string) {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = () => {
    log.push(name);
    return done;
  };
  return { run, end: () => end() };
}

test('no more than the limit at once, and people go before walks', async () => {
  const gate = createGate(1);
  const started: string[] = [];
  const first = job(started, 'first');
  const walk = job(started, 'walk');
  const person = job(started, 'person');
  const all = [
    gate.run('walk', never, first.run),
    gate.run('walk', never, walk.run),
    gate.run('person', never, person.run),
  ];
  expect(started).toEqual(['first']);
  first.end();
  await all[0];
  await Promise.resolve();
  expect(started).toEqual(['first', 'person']);
  person.end();
  await all[2];
  await Promise.resolve();
  expect(started).toEqual(['first', 'person', 'walk']);
  walk.end();
  await Promise.all(all);
});

test('one that waits leaves with its signal, and never runs', async () => {
  const gate = createGate(1);
  const started: string[] = [];
  const first = job(started, 'first');
  const running = gate.run('person', never, first.run);
  const leaving = new AbortController();
  const waiting = gate.run('person', leaving.signal, job(started, 'second').run);
  leaving.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
  first.end();
  await running;
  expect(started).toEqual(['first']);
});

test('a pause holds everybody, a shorter one does not end it, and it ends by itself', async () => {
  const gate = createGate(4);
  const begun = performance.now();
  gate.pause(120);
  gate.pause(10);
  expect(gate.pausedForMs()).toBeGreaterThan(100);
  const startedAt = await gate.run('person', never, async () => performance.now());
  expect(startedAt - begun).toBeGreaterThanOrEqual(120);
  expect(gate.pausedForMs()).toBe(0);
});

test('a pause of years does not wake up every millisecond', () => {
  const timer = vi.spyOn(globalThis, 'setTimeout');
  createGate(1).pause(30 * 365 * 24 * 3600 * 1000);
  expect(timer.mock.calls).toEqual([[expect.any(Function), 2 ** 31 - 1]]);
  timer.mockRestore();
});
