import type { ProblemCode } from '#contract/problem-kinds.ts';
import { ProblemError } from '../../problem-error.ts';
import type { Tasks } from './tasks.ts';

/** A task with its argument. */
export type TaskCall = {
  [Name in keyof Tasks]: { task: Name; argument: Parameters<Tasks[Name]>[0] };
}[keyof Tasks];

/**
 * What the worker is asked.
 * - `start`: the first line of a stream, or the result of a job.
 * - `next`: the next line of a stream.
 * - `stop`: ends the task, which answers nothing any more.
 */
export type Request = { id: number } & (
  | ({ kind: 'start' } & TaskCall)
  | { kind: 'next' }
  | { kind: 'stop' }
);

/** An error that can be sent to another thread. */
type SentError =
  | { code: ProblemCode; words: string }
  | { code: null; words: string; stack: string | undefined };

export type Reply =
  | { kind: 'warning'; words: string }
  | { id: number; kind: 'line'; bytes: Uint8Array<ArrayBuffer> }
  | { id: number; kind: 'result'; value: unknown }
  | { id: number; kind: 'failure'; error: SentError };

export function sentError(error: unknown): SentError {
  if (error instanceof ProblemError) return { code: error.code, words: error.message };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: null, words: message, stack };
}

export function receivedError(sent: SentError): Error {
  if (sent.code !== null) return new ProblemError(sent.code, sent.words);
  const error = new Error(sent.words);
  if (sent.stack !== undefined) error.stack = sent.stack;
  return error;
}
