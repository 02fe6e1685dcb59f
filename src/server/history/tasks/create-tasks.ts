import { bySid, type StoredNumber, toStored } from '../files/stored-number.ts';
import { changesTask } from './changes-task.ts';
import { listTask } from './list-task.ts';
import { numberTask } from './number-task.ts';
import { settleTask } from './settle-task.ts';
import type { Tasks } from './tasks.ts';

/** The numbers of drafts, until they are settled or dropped. */
function createDrafts() {
  const drafts = new Map<string, Map<string, StoredNumber>>();

  function rowsOf(draft: string): Map<string, StoredNumber> {
    const rows = drafts.get(draft);
    if (rows === undefined) throw new Error('The numbers of the draft are lost.');
    return rows;
  }

  const open: Tasks['open'] = async (draft) => {
    drafts.set(draft, new Map());
  };
  const add: Tasks['add'] = async ({ draft, numbers }) => {
    const rows = rowsOf(draft);
    for (const number of numbers) {
      const row = toStored(number);
      rows.set(row.number_sid, row);
    }
  };
  const drop: Tasks['drop'] = async (draft) => {
    drafts.delete(draft);
  };
  return {
    open,
    add,
    drop,
    /** The sorted numbers of a draft, which is forgotten. */
    take(draft: string): StoredNumber[] {
      const rows = [...rowsOf(draft).values()].sort(bySid);
      drafts.delete(draft);
      return rows;
    },
  };
}

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
