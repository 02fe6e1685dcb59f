import { changesTask } from './changes-task.ts';
import { createDrafts } from './drafts.ts';
import { listTask } from './list-task.ts';
import { numberTask } from './number-task.ts';
import { settleTask } from './settle-task.ts';
import type { Tasks } from './tasks.ts';

/**
 * The tasks, in this thread.
 * @param warn takes a sentence about each damaged file that could be done without.
 */
export function createTasks(warn: (words: string) => void): Tasks {
  const { open, add, drop, take } = createDrafts();
  return {
    list: listTask(warn),
    changes: changesTask,
    number: numberTask(warn),
    open,
    add,
    drop,
    settle: settleTask(take, warn),
  };
}
