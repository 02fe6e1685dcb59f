import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { parsePhoneNumber } from '#contract/phone-digits.ts';
import type { AccountRef } from '#contract/session.ts';
import { noFilters } from '../../address/address.ts';
import { setAddress } from '../../address/address-bar.ts';
import { failureWords } from '../../list/failure-words.ts';
import { listFailure } from '../../list/list-state.ts';
import { pastedEntry } from '../../list/pasted-filter.ts';
import { getPage } from '../../list/queries.ts';
import { useAccounts } from '../../list/session-query.ts';
import * as text from '../../words/accounts.ts';
import { CommandDialog } from '../palette/CommandDialog.tsx';
import type { Command } from '../palette/command.ts';
import {
  answersFor,
  type FindRun,
  findWords,
  type Match,
  startRun,
  type Unanswered,
  withAnswer,
  withEvent,
  withFailure,
  withRetry,
} from './find-run.ts';
import * as words from './words.ts';

/** Looks numbers up in all accounts, one number at a time, as long as the dialog is open. */
function useFind() {
  const [run, setRun] = useState<FindRun | null>(null);
  const controller = useRef(new AbortController());
  useEffect(() => () => controller.current.abort(), []);

  // Late answers belong to the number before, which nobody looks for any more.
  const changeBy = (signal: AbortSignal) => (next: (run: FindRun) => FindRun) =>
    signal.aborted || setRun((now) => now && next(now));

  async function find(number: string) {
    controller.current.abort();
    controller.current = new AbortController();
    const { signal } = controller.current;
    const change = changeBy(signal);
    setRun(startRun(number));
    try {
      for await (const event of answersFor(number, signal)) change((now) => withEvent(now, event));
    } catch (error) {
      change((now) => ({ ...now, status: 'stopped', error: listFailure(error) }));
    }
  }

  /** Asks one account again that has not answered. */
  async function retry(account: AccountRef, number: string) {
    const { signal } = controller.current;
    const change = changeBy(signal);
    change((now) => withRetry(now, account));
    try {
      const page = { account: account.id, filters: { number }, cursor: null, isFresh: true };
      const { numbers } = await getPage(page, signal);
      change((now) => withAnswer(now, account, numbers));
    } catch (error) {
      change((now) => withFailure(now, account, listFailure(error)));
    }
  }

  return { run, find, retry };
}

/** Opens a number in its account, whatever filters are set. */
const toMatch = ({ account, row }: Match): Command => ({
  id: `match-${account.id}-${row.number_sid}`,
  group: words.groups.found,
  label: row.number_display,
  kind: 'number',
  also: [account.name, row.name].filter(Boolean).join(' · '),
  run() {
    const number = parsePhoneNumber(row.number);
    setAddress(
      {
        ...{ ...noFilters, account: account.id, number, open: row.number },
        ...{ snapshot: null, show: null, view: null },
      },
      { history: 'push', entry: pastedEntry('pastedRows', false) },
    );
  },
});

interface FindDialogProps {
  /** The number to begin with, or ''. */
  number: string;
  onClose: () => void;
}

/** Looks one number up in all accounts. */
export function FindDialog({ number: first, onClose }: FindDialogProps) {
  const [typed, setTyped] = useState(first);
  const { run, find, retry } = useFind();
  const count = useAccounts()?.all.length ?? 1;
  const number = parsePhoneNumber(typed);

  const begin = useEffectEvent(() => {
    if (number !== null) void find(number);
  });
  useEffect(() => begin(), []);

  const isOfRun = run !== null && run.number === number;
  const toRetry = ({ account, error, isAsked }: Unanswered): Command => ({
    id: `retry-${account.id}`,
    group: words.groups.unanswered,
    label: isAsked ? words.askingAgain(account.name) : words.retry(account.name),
    kind: 'name',
    also: failureWords(error).title,
    staysOpen: true,
    run() {
      if (!isAsked && run !== null) void retry(account, run.number);
    },
  });
  const toFind = (wanted: string): Command => ({
    id: 'find',
    group: words.groups.find,
    label: isOfRun ? words.findAgain(wanted) : words.findNumber(wanted, words.allAccounts(count)),
    staysOpen: true,
    run: () => void find(wanted),
  });
  const commands = [
    ...(isOfRun ? run.matches.map(toMatch) : []),
    ...(isOfRun ? run.unanswered.map(toRetry) : []),
    ...(number !== null && !(isOfRun && run.status === 'asking') ? [toFind(number)] : []),
  ];
  return (
    <CommandDialog
      title={text.findEverywhere}
      label={words.wholeNumber}
      placeholder={words.wholeNumber}
      text={typed}
      onText={setTyped}
      commands={commands}
      status={statusWords()}
      onClose={onClose}
    />
  );

  function statusWords(): string {
    if (isOfRun) return findWords(run);
    return number === null && typed.trim() !== '' ? words.notWhole : words.exactOnly;
  }
}
