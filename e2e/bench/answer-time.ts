import type { Page } from '@playwright/test';

/**
 * The visible answer to an action: the foot of the page, the counts in the rail, the number of rows
 * and the first row.
 */
export type Answer = string;

export interface Action {
  name: string;
  /** The event that starts the action; its timestamp is the start of the measurement. */
  event: 'keydown' | 'click';
  act: (page: Page) => Promise<void>;
}

declare global {
  var readAnswer: (() => string) | undefined;
  var answeredAfter: Promise<number>;
  var longTasks: number[];
}

export async function prepareAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (globalThis.readAnswer !== undefined) return;
    globalThis.readAnswer = () => {
      const grid = document.querySelector('[role=grid]');
      const top = grid?.querySelector('[role=row][aria-rowindex="2"]');
      return JSON.stringify([
        document.querySelector('section[aria-label="What is loaded"]')?.textContent,
        document.querySelector('nav[aria-label="Filters"]')?.textContent,
        grid?.getAttribute('aria-rowcount'),
        top?.textContent,
        [...document.querySelectorAll('[aria-sort]')].map((head) => head.getAttribute('aria-sort')),
      ]);
    };
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** Tasks over 50 ms on the page's main thread since the last call. */
export const takeLongTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => globalThis.longTasks.splice(0));

const settledAfterMs = 150;

/** The answer to each action, read when the page no longer changes. */
export async function learnAnswers(page: Page, actions: readonly Action[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { act } of actions) {
    await act(page);
    const read = () => page.evaluate(() => globalThis.readAnswer!());
    let answer: Answer;
    do {
      answer = await read();
      await page.waitForTimeout(settledAfterMs);
    } while (answer !== (await read()));
    answers.push(answer);
  }
  return answers;
}

/**
 * Milliseconds from the event's own timestamp, so including its wait for the main thread, to the
 * end of the frame with the answer. Every frame is looked at before it is painted, so an answer
 * that is late, or wrong at first, is waited for.
 */
export async function timeAnswer(page: Page, action: Action, answer: Answer): Promise<number> {
  await page.evaluate(
    ({ event, expected }) => {
      globalThis.answeredAfter = new Promise((resolve) => {
        const listen = ({ timeStamp }: Event) => {
          const look = () => {
            if (globalThis.readAnswer!() !== expected) {
              requestAnimationFrame(look);
              return;
            }
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(null);
          };
          requestAnimationFrame(look);
        };
        document.addEventListener(event, listen, { capture: true, once: true });
      });
    },
    { event: action.event, expected: answer },
  );
  await action.act(page);
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(reject, 10_000, new Error(`No right answer to: ${action.name}`)),
  );
  return Promise.race([page.evaluate(() => globalThis.answeredAfter), timeout]);
}
