import { expect, test } from 'vitest';
import { accountFolder } from '../files/account-folder.ts';
import { createTasks } from '../tasks/create-tasks.ts';
import { createAccountHistory } from './account-history.ts';
import { dayOf, manyRented, offer, openTestHistory, temporaryFolder } from './test-history.ts';

test('a writer that others overtake while it compares keeps nothing, and no file is called broken', async () => {
  const path = await temporaryFolder();
  const others = (await openTestHistory(path)).account('acc-1');
  await offer(others, manyRented(9), dayOf(1));
  const tasks = createTasks(() => {});
  const slow = createAccountHistory(accountFolder(path, 'acc-1'), {
    tasks: {
      ...tasks,
      async settle(task, signal) {
        // The list that the slow writer compares with is removed by the second of these.
        for (const day of [2, 3, 4]) await offer(others, manyRented(9), dayOf(day));
        return tasks.settle(task, signal);
      },
    },
    retention: { keepDays: null, maxBytes: null },
    warn: () => {},
  });
  await expect(offer(slow, manyRented(8), dayOf(5))).rejects.toMatchObject({
    code: 'snapshot_under_way',
  });
  expect(await others.snapshots()).toMatchObject([{ seq: 4, total: 9 }, {}, {}, {}]);
});
