import { useEffect, useRef, useState } from 'react';
import { type FindEvent, findEventSchema } from '#contract/find.ts';
import { routes } from '#contract/routes.ts';
import type { AccountRef } from '#contract/session.ts';
import { ApiError } from '../../lib/api-error.ts';
import { getLines } from '../../lib/get-lines.ts';
import { listFailure } from '../../list/list-state.ts';
import { getPage } from '../../list/queries.ts';
import {
  type FindRun,
  startRun,
  withAnswer,
  withEvent,
  withFailure,
  withRetry,
} from './find-run.ts';

/**
 * Looks a number up in every account, exactly.
 *
 * @throws ApiError `stream_cut` when the last line is missing.
 */
async function* openFind(number: string, signal: AbortSignal): AsyncGenerator<FindEvent> {
  const searchParams = new URLSearchParams({ number });
  for await (const event of getLines(routes.find, findEventSchema, { searchParams, signal })) {
    yield event;
    if (event.event === 'done') return;
  }
  throw new ApiError('stream_cut');
}

/** Looks numbers up in all accounts, one number at a time, as long as the dialog is open. */
export function useFind() {
  const [run, setRun] = useState<FindRun | null>(null);
  const controller = useRef(new AbortController());
  useEffect(() => () => controller.current.abort(), []);

  async function find(number: string) {
    controller.current.abort();
    controller.current = new AbortController();
    const { signal } = controller.current;
    // Late answers belong to the number before, which nobody looks for any more.
    const change = (next: (run: FindRun) => FindRun) =>
      signal.aborted || setRun((now) => now && next(now));
    setRun(startRun(number));
    try {
      for await (const event of openFind(number, signal)) change((now) => withEvent(now, event));
    } catch (error) {
      change((now) => ({ ...now, status: 'stopped', error: listFailure(error) }));
    }
  }

  /** Asks one account again that has not answered. */
  async function retry(account: AccountRef, number: string) {
    const { signal } = controller.current;
    const change = (next: (run: FindRun) => FindRun) =>
      signal.aborted || setRun((now) => now && next(now));
    change((now) => withRetry(now, account));
    try {
      const filters = { number };
      const page = { account: account.id, filters, cursor: null, isFresh: true };
      const { numbers } = await getPage(page, signal);
      change((now) => withAnswer(now, account, numbers));
    } catch (error) {
      change((now) => withFailure(now, account, listFailure(error)));
    }
  }

  return { run, find, retry };
}
