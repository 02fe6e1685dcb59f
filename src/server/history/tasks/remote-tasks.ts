import { type Reply, type Request, receivedError, type TaskCall } from './messages.ts';
import type { Tasks } from './tasks.ts';

type Answer = Extract<Reply, { kind: 'line' | 'result' }>;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * The tasks, done at the other end of a channel. A line is asked for when the one before was taken.
 * @param send sends to the other end.
 */
export function createRemoteTasks(
  send: (request: Request) => void,
  warn: (words: string) => void,
): {
  tasks: Tasks;
  /** Takes what the other end sends. */
  receive(reply: Reply): void;
  /** The other end has gone: fails all that waits for it. */
  fail(error: Error): void;
  isWaiting(): boolean;
  /** Nothing is under way, and no draft is open: the other end may go. */
  isIdle(): boolean;
} {
  const waiting = new Map<number, Waiting>();
  const drafts = new Set<string>();
  let streams = 0;
  let lastId = 0;

  function ask(request: Request, signal: AbortSignal): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const stop = () => {
        waiting.delete(request.id);
        send({ id: request.id, kind: 'stop' });
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
      const end = () => signal.removeEventListener('abort', stop);
      waiting.set(request.id, {
        resolve(answer) {
          end();
          resolve(answer);
        },
        reject(error) {
          end();
          reject(error);
        },
      });
      send(request);
    });
  }

  async function job<Result>(call: TaskCall, signal: AbortSignal): Promise<Result> {
    lastId += 1;
    const answer = await ask({ id: lastId, kind: 'start', ...call }, signal);
    if (answer.kind === 'line') throw new Error('A job has no lines.');
    // Both ends are of one build, and a task answers with its own result.
    return answer.value as Result;
  }

  async function* stream<Result>(call: TaskCall, signal: AbortSignal) {
    lastId += 1;
    streams += 1;
    const id = lastId;
    let isOver = false;
    try {
      let answer = await ask({ id, kind: 'start', ...call }, signal);
      while (answer.kind === 'line') {
        yield answer.bytes;
        answer = await ask({ id, kind: 'next' }, signal);
      }
      isOver = true;
      // As above.
      return answer.value as Result;
    } finally {
      streams -= 1;
      if (!isOver) send({ id, kind: 'stop' });
    }
  }

  return {
    tasks: {
      list: (argument, signal) => stream({ task: 'list', argument }, signal),
      changes: (argument, signal) => stream({ task: 'changes', argument }, signal),
      number: (argument, signal) => job({ task: 'number', argument }, signal),
      open(draft, signal) {
        drafts.add(draft);
        return job({ task: 'open', argument: draft }, signal);
      },
      add: (argument, signal) => job({ task: 'add', argument }, signal),
      settle(argument, signal) {
        drafts.delete(argument.draft);
        return job({ task: 'settle', argument }, signal);
      },
      drop(draft, signal) {
        drafts.delete(draft);
        return job({ task: 'drop', argument: draft }, signal);
      },
    },
    receive(reply) {
      if (reply.kind === 'warning') return warn(reply.words);
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.kind === 'failure') asked?.reject(receivedError(reply.error));
      else asked?.resolve(reply);
    },
    fail(error) {
      for (const asked of waiting.values()) asked.reject(error);
      waiting.clear();
    },
    isWaiting: () => waiting.size > 0,
    isIdle: () => waiting.size === 0 && streams === 0 && drafts.size === 0,
  };
}
