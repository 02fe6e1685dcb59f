// A process of its own for the tests: it keeps list after list until it is killed, and says which.

import { ProblemError } from '../../problem-error.ts';
import { openHistoryFolder } from './open-folder.ts';
import { listAt, momentOf } from './test-child-lists.ts';

const [path = '', name = '', most = 'Infinity'] = process.argv.slice(2);

const say = (words: string) =>
  new Promise((resolve) => process.stdout.write(`${words}\n`, resolve));

const folder = await openHistoryFolder({
  path,
  keepDays: null,
  maxBytes: null,
  log: { warn: (_, words) => void say(`warning ${words}`) },
});
const history = folder.account('acc-1');
for (let round = 0; round < Number(most); round += 1) {
  try {
    const draft = await history.begin();
    await draft.add(listAt(name, round));
    const { seq } = await draft.keep({ asOf: momentOf(round), skipped: 0 });
    await say(`kept ${seq} ${round}`);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'snapshot_under_way') continue;
    await say(`failed ${error instanceof Error ? error.message : error}`);
    break;
  }
}
await folder.close();
