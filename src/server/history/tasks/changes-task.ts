import type { ChangesEvent } from '#contract/history.ts';
import { breath } from '../files/breath.ts';
import { type Change, joinedSteps, reversed } from '../files/changes.ts';
import { toRented } from '../files/stored-number.ts';
import { lineOf } from './list-task.ts';
import { readSteps } from './read-files.ts';
import type { Tasks } from './tasks.ts';

const numbersOfLine = 250;

function* some<T>(items: readonly T[]): Generator<T[], void, void> {
  for (let from = 0; from < items.length; from += numbersOfLine) {
    yield items.slice(from, from + numbersOfLine);
  }
}

const bySid = ([one]: [string, Change], [other]: [string, Change]) => (one < other ? -1 : 1);

/** The changes sorted by kind, and by `number_sid` within. */
function kinds(changes: Map<string, Change>, isBack: boolean) {
  const added = [];
  const gone = [];
  const changed = [];
  for (const [, change] of [...changes].sort(bySid)) {
    const { before, after } = isBack ? reversed(change) : change;
    if (before === null) {
      if (after !== null) added.push(after);
    } else if (after === null) gone.push(before);
    else changed.push({ before, after });
  }
  return { added, gone, changed };
}

export const changesTask: Tasks['changes'] = async function* ({ steps, isBack }, signal) {
  const { net, passed } = joinedSteps(await readSteps(steps, signal));
  const { added, gone, changed } = kinds(net, isBack);
  const whole = [
    { event: 'added', list: added },
    { event: 'gone', list: gone },
    { event: 'passed', list: passed },
  ] as const;
  for (const { event, list } of whole) {
    for (const rows of some(list)) {
      await breath(signal);
      yield lineOf({ event, numbers: rows.map(toRented) } satisfies ChangesEvent);
    }
  }
  for (const pairs of some(changed)) {
    await breath(signal);
    const numbers = pairs.map(({ before, after }) => ({
      before: toRented(before),
      after: toRented(after),
    }));
    yield lineOf({ event: 'changed', numbers } satisfies ChangesEvent);
  }
  return {
    ...{ added: added.length, gone: gone.length },
    ...{ changed: changed.length, passed: passed.length },
  };
};
