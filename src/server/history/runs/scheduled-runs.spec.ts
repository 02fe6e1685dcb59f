import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Account } from '../../accounts/account.ts';
import { mainAccount } from '../../accounts/test-accounts.ts';
import { ProblemError } from '../../problem-error.ts';
import { minuteOf } from './schedule.ts';
import { runWhatIsDue } from './scheduled-runs.ts';

const accounts = ['north', 'south', 'west'].map((id): Account => ({ ...mainAccount, id }));

/** One look at three accounts, of which each is due at a moment. */
async function look(due: Readonly<Record<string, number | Error | null>>) {
  const events: string[] = [];
  const waitMs = await runWhatIsDue({
    accounts: () => accounts,
    stopping: new AbortController().signal,
    logger: pino({ level: 'silent' }),
    now: () => 100_000,
    snapshots: {
      async dueAt({ id }) {
        const at = due[id] ?? null;
        if (at instanceof Error) throw at;
        return at;
      },
      async takeDue({ id }) {
        events.push(`${id} begins`);
        await Promise.resolve();
        events.push(`${id} ends`);
      },
    },
  });
  return { events, waitMs };
}

test('accounts are walked one after the other', async () => {
  const { events } = await look({ north: 100_000, south: 160_000, west: 0 });
  expect(events).toEqual(['north begins', 'north ends', 'west begins', 'west ends']);
});

test('the next look is when the next account is due', async () => {
  expect((await look({ north: 160_000, south: 130_000, west: null })).waitMs).toBe(30_000);
  expect((await look({})).waitMs).toBe(Number.POSITIVE_INFINITY);
});

test('an account whose folder is broken holds up no other', async () => {
  const broken = new ProblemError('history_broken', 'A file is broken.');
  const { events } = await look({ north: broken, south: 0 });
  expect(events).toEqual(['south begins', 'south ends']);
});

test('accounts have minutes of their own within the hour, always the same', () => {
  const minutes = Array.from({ length: 200 }, (_, at) => minuteOf(`team-${at}`));
  expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...minutes)).toBeLessThan(60);
  expect(new Set(minutes).size).toBeGreaterThan(50);
  expect([minuteOf('north'), minuteOf('south')]).toEqual([minuteOf('north'), minuteOf('south')]);
});
