import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { ProblemError } from '../../problem-error.ts';
import { accountFolder } from '../files/account-folder.ts';
import type { Reply, Request } from '../tasks/messages.ts';
import { createRemoteTasks } from '../tasks/remote-tasks.ts';
import { serveTasks } from '../tasks/serve-tasks.ts';
import { createAccountHistory } from './account-history.ts';
import { changesOf, dayOf, listOf, manyRented, offer, temporaryFolder } from './test-history.ts';

/** A history whose tasks are done at the other end of a channel, and what went over it. */
async function openRemote() {
  const path = await temporaryFolder();
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  const sent: Request['kind'][] = [];
  const received: Reply['kind'][] = [];
  const remote = createRemoteTasks(
    (request) => {
      sent.push(request.kind);
      port1.postMessage(request);
    },
    () => {},
  );
  port1.on('message', (reply: Reply) => {
    received.push(reply.kind);
    remote.receive(reply);
  });
  serveTasks(port2);
  const history = createAccountHistory(accountFolder(path, 'acc-1'), {
    tasks: remote.tasks,
    retention: { keepDays: null, maxBytes: null },
    warn: () => {},
  });
  return { history, remote, sent, received };
}

const many = manyRented(6000);

test('a list that is kept and read through a channel is the list', async () => {
  const { history } = await openRemote();
  await offer(history, many, dayOf(1));
  await offer(history, many.slice(1), dayOf(2));
  expect(await listOf(history, 1)).toEqual(many);
  expect(await listOf(history, 2)).toEqual(many.slice(1));
  expect((await changesOf(history, 2, 1)).added).toEqual(many.slice(0, 1));
  expect(await history.number('num-000000', new AbortController().signal)).toMatchObject({
    last: { seq: 1 },
  });
});

test('a line is made when it is asked for, and a reader who leaves ends the work', async () => {
  const { history, sent, received } = await openRemote();
  await offer(history, many, dayOf(1));
  received.length = 0;
  const lines = history.list(1, {}, new AbortController().signal);
  for (const _ of [1, 2, 3]) expect((await lines.next()).done).toBe(false);
  expect(received).toEqual(['line', 'line', 'line']);
  await lines.return(0);
  expect(sent.at(-1)).toBe('stop');
  expect(received).toEqual(['line', 'line', 'line']);
});

test('an aborted reading fails with the reason of its signal', async () => {
  const { history, sent } = await openRemote();
  await offer(history, many, dayOf(1));
  const leaving = new AbortController();
  const lines = history.list(1, {}, leaving.signal);
  await lines.next();
  const next = lines.next();
  leaving.abort(new ProblemError('busy', 'The dashboard server is stopping.'));
  await expect(next).rejects.toMatchObject({ code: 'busy' });
  expect(sent.at(-1)).toBe('stop');
});

test('a problem comes through with its code and words', async () => {
  const { history } = await openRemote();
  await offer(history, many, dayOf(1));
  await expect(listOf(history, 3)).rejects.toMatchObject({ code: 'snapshot_gone' });
});

test('what waits for the other end fails when that has gone', async () => {
  const { history, remote } = await openRemote();
  const draft = await history.begin();
  const adding = draft.add(many);
  remote.fail(new Error('The history thread has stopped.'));
  await expect(adding).rejects.toThrow('has stopped');
});
