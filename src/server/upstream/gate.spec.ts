import { describe, expect, test, vi } from 'vitest';
import { createGate } from './gate.ts';

const never = new AbortController().signal;

/** A job that logs its start, and ends when `end` is called. */
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
  const early = job(started, 'early');
  const walk = job(started, 'walk');
  const person = job(started, 'person');
  const all = [
    gate.run('walk', never, first.run),
    gate.run('early', never, early.run),
    gate.run('walk', never, walk.run),
    gate.run('person', never, person.run),
  ];
  expect(started).toEqual(['first']);
  first.end();
  await all[0];
  await Promise.resolve();
  expect(started).toEqual(['first', 'person']);
  person.end();
  await all[3];
  await Promise.resolve();
  expect(started).toEqual(['first', 'person', 'walk']);
  walk.end();
  await all[2];
  await Promise.resolve();
  expect(started).toEqual(['first', 'person', 'walk', 'early']);
  early.end();
  await Promise.all(all);
});

test('a waiting job leaves with its signal, and never runs', async () => {
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
  // Part of the pause is over already.
  expect(gate.pausedForMs() + performance.now() - begun).toBeGreaterThan(100);
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

describe('F14 how many at once', () => {
  test('is halved after an overload, down to one, and once for all jobs that ran then', () => {
    let now = 0;
    const gate = createGate(16, () => now);
    expect(gate.limit()).toBe(16);
    now = 10;
    for (const startedAt of [1, 2, 9]) gate.slowDown(startedAt);
    expect(gate.limit()).toBe(8);
    for (const limit of [4, 2, 1, 1]) {
      now += 10;
      gate.slowDown(now);
      expect(gate.limit()).toBe(limit);
    }
  });

  test('creeps back by one for each round that went well, and never beyond', () => {
    let now = 0;
    const gate = createGate(4, () => now);
    now = 1;
    gate.slowDown(0);
    gate.slowDown(1);
    expect(gate.limit()).toBe(1);
    const limits = Array.from({ length: 12 }, () => {
      gate.speedUp();
      return gate.limit();
    });
    expect(limits).toEqual([2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4]);
  });

  test('holds for waiting jobs', async () => {
    const gate = createGate(4);
    gate.slowDown(performance.now());
    const started: string[] = [];
    const jobs = ['a', 'b', 'c', 'd'].map((name) => job(started, name));
    const all = jobs.map(({ run }) => gate.run('walk', never, run));
    expect(started).toEqual(['a', 'b']);
    for (const { end } of jobs) end();
    await Promise.all(all);
    expect(started).toHaveLength(4);
  });
});
