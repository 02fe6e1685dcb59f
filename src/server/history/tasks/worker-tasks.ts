import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createTasks } from './create-tasks.ts';
import type { Reply } from './messages.ts';
import { createRemoteTasks } from './remote-tasks.ts';
import type { Tasks } from './tasks.ts';

/** Only a build has the worker. Elsewhere the tasks hold up the event loop for a part of a second. */
const workerFile = fileURLToPath(new URL('./history-worker.js', import.meta.url));

interface TaskRunner {
  tasks: Tasks;
  close(): Promise<void>;
}

/** A list of 100,000 numbers leaves some hundred megabytes behind, until the thread ends. */
const idleMs = 60_000;

/**
 * The tasks, in a thread of their own, which begins with the first task and ends a minute after the
 * last. A thread that died, for want of memory for one, fails what it was doing, and the next task
 * gets a new thread.
 */
function inWorker(warn: (words: string) => void): TaskRunner {
  let worker: Worker | null = null;

  const resting = setInterval(() => {
    if (!remote.isIdle()) return;
    void worker?.terminate();
    worker = null;
  }, idleMs);
  resting.unref();

  /** The thread keeps the process alive only while somebody waits for it. */
  function hold(): void {
    if (remote.isWaiting()) worker?.ref();
    else worker?.unref();
  }

  function start(): Worker {
    // No secret of the environment reaches the thread.
    const started = new Worker(workerFile, { env: {}, execArgv: [], name: 'history' });
    let failure = new Error('The history thread has stopped.');
    started.on('message', (reply: Reply) => {
      remote.receive(reply);
      hold();
    });
    started.on('error', (error) => {
      failure = new Error('The history thread has failed.', { cause: error });
    });
    started.on('exit', () => {
      if (worker !== started) return;
      worker = null;
      remote.fail(failure);
    });
    return started;
  }

  const remote = createRemoteTasks((request) => {
    if (worker === null && request.kind === 'stop') return;
    worker ??= start();
    worker.postMessage(request);
    hold();
    resting.refresh();
  }, warn);

  return {
    tasks: remote.tasks,
    async close() {
      clearInterval(resting);
      await worker?.terminate();
    },
  };
}

/** The tasks in a thread where there is a build, and in this one elsewhere. */
export const runTasks = (warn: (words: string) => void): TaskRunner =>
  existsSync(workerFile) ? inWorker(warn) : { tasks: createTasks(warn), async close() {} };
