import type { MessagePort } from 'node:worker_threads';
import { createTasks } from './create-tasks.ts';
import { type Reply, type Request, sentError, type TaskCall } from './messages.ts';
import type { Tasks } from './tasks.ts';

type Stream = ReturnType<Tasks['list' | 'changes']>;

interface Running {
  stopping: AbortController;
  stream: Stream | null;
}

/** Does the tasks that come through a port. */
export function serveTasks(port: MessagePort): void {
  const reply = (message: Reply, transfer: ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  const tasks = createTasks((words) => reply({ kind: 'warning', words }));
  const running = new Map<number, Running>();

  const streamOf = (call: TaskCall, signal: AbortSignal): Stream | null => {
    if (call.task === 'list') return tasks.list(call.argument, signal);
    if (call.task === 'changes') return tasks.changes(call.argument, signal);
    return null;
  };

  function jobOf(call: TaskCall, signal: AbortSignal): Promise<unknown> {
    switch (call.task) {
      case 'number':
        return tasks.number(call.argument, signal);
      case 'open':
        return tasks.open(call.argument, signal);
      case 'add':
        return tasks.add(call.argument, signal);
      case 'settle':
        return tasks.settle(call.argument, signal);
      case 'drop':
        return tasks.drop(call.argument, signal);
      case 'list':
      case 'changes':
        throw new Error(`${call.task} is a stream`);
    }
  }

  /** Answers with what the work gives, unless the task was stopped meanwhile. */
  async function answer(
    id: number,
    work: () => Promise<IteratorResult<Uint8Array<ArrayBuffer>, unknown>>,
  ) {
    const isStopped = () => !running.has(id);
    try {
      const { value, done } = await work();
      if (isStopped()) return;
      if (done !== true) return reply({ id, kind: 'line', bytes: value }, [value.buffer]);
      running.delete(id);
      reply({ id, kind: 'result', value });
    } catch (error) {
      if (isStopped()) return;
      running.delete(id);
      reply({ id, kind: 'failure', error: sentError(error) });
    }
  }

  port.on('message', (request: Request) => {
    const { id } = request;
    if (request.kind === 'start') {
      const stopping = new AbortController();
      const stream = streamOf(request, stopping.signal);
      running.set(id, { stopping, stream });
      void answer(id, async () =>
        stream === null
          ? { done: true, value: await jobOf(request, stopping.signal) }
          : stream.next(),
      );
      return;
    }
    const task = running.get(id);
    if (request.kind === 'stop') {
      running.delete(id);
      task?.stopping.abort();
    } else if (task?.stream) {
      const { stream } = task;
      void answer(id, () => stream.next());
    } else {
      // The thread that began the stream has died.
      reply({ id, kind: 'failure', error: sentError(new Error('The lines are lost.')) });
    }
  });
}
