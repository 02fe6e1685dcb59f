import type { Page } from '@playwright/test';
import {
  type Action,
  learnAnswers,
  prepareAnswers,
  takeLongTasks,
  timeAnswer,
} from './answer-time.ts';
import type { Outcome } from './outcome.ts';
import { percentile, round, summary } from './statistics.ts';

const mostMs = 100;
const mostTaskMs = 50;
const rounds = 2;

/**
 * A word, a name, digits, digits with spaces, part of a SID, an address, and a text that no row
 * has.
 */
const texts = ['kingdom', 'support n', '4477', '07911 1', 'num7f', 'ivr.ex', 'zzz'];

/** Each text is typed key by key, then deleted key by key. */
const keys: Action[] = texts.flatMap((text) =>
  [...text, ...Array.from(text, () => 'Backspace')].map((key) => ({
    name: `${key} of ${text}`,
    event: 'keydown' as const,
    act: (page: Page) => page.keyboard.press(key === ' ' ? 'Space' : key),
  })),
);

const rail = (page: Page) => page.getByRole('navigation', { name: 'Filters' });

const toggle = (at: number): Action => ({
  name: `value ${at} of the facets`,
  event: 'click',
  act: (page) => rail(page).locator('button[aria-pressed]').nth(at).click(),
});

const clearAll: Action = {
  name: 'all filters',
  event: 'click',
  act: (page) => page.getByRole('button', { name: 'Clear all' }).click(),
};

const choose = (group: string, word: string): Action => ({
  name: `${group}: ${word}`,
  event: 'click',
  act: (page) =>
    rail(page).getByRole('group', { name: group }).getByText(word, { exact: true }).click(),
});

/** One to three countries, with types and capabilities, and all off again. */
const clicks: Action[] = [
  ...[0, 1, 2, 6, 7].map(toggle),
  choose('Voice', 'Yes'),
  choose('Messaging', 'No'),
  choose('Messaging', 'Any'),
  choose('Voice', 'Any'),
  clearAll,
];

async function focusSearch(page: Page) {
  await page.getByRole('textbox', { name: 'Search numbers' }).focus();
}

/**
 * Times every key press in the search box and every click on a filter, from the event to the
 * painted answer.
 */
export async function benchSearchAndFilter(page: Page): Promise<Outcome> {
  await prepareAnswers(page);
  await focusSearch(page);
  const answers = {
    keys: await learnAnswers(page, keys),
    clicks: await learnAnswers(page, clicks),
  };
  await takeLongTasks(page);

  const times = { keys: [] as number[], clicks: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    await focusSearch(page);
    for (const [at, key] of keys.entries()) {
      times.keys.push(await timeAnswer(page, key, answers.keys[at]!));
    }
    for (const [at, click] of clicks.entries()) {
      times.clicks.push(await timeAnswer(page, click, answers.clicks[at]!));
    }
  }
  const longTasks = await takeLongTasks(page);
  const p95 = percentile([...times.keys, ...times.clicks], 0.95);
  const ofKeys = summary(times.keys);
  const ofClicks = summary(times.clicks);
  const taskWords =
    longTasks.length === 0
      ? `no task over ${mostTaskMs} ms`
      : `${longTasks.length} tasks over ${mostTaskMs} ms, longest ${round(Math.max(...longTasks))} ms`;
  return {
    measured: `p95 ${round(p95)} ms (keys ${ofKeys.p50} median, ${ofKeys.p95} p95; clicks ${ofClicks.p50}, ${ofClicks.p95}); ${taskWords} in ${ofKeys.count + ofClicks.count}`,
    reached: p95 <= mostMs && longTasks.length === 0,
    figures: { p95, keys: ofKeys, clicks: ofClicks, longTasks },
  };
}
