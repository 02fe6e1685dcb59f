import { CircleAlert, Info } from 'lucide-react';
import type { History, Snapshot } from '#contract/history.ts';
import { ApiError } from '../lib/api-error.ts';
import { failureWords } from '../list/failure-words.ts';
import type { ChosenDays } from './chosen-days.ts';
import * as words from './words.ts';

interface NoteProps {
  text: string;
  isFailure?: boolean;
}

function Note({ text, isFailure = false }: NoteProps) {
  const Icon = isFailure ? CircleAlert : Info;
  return (
    <p className="flex items-start gap-2 text-xs">
      <Icon
        aria-hidden
        size={14}
        className={`mt-0.5 shrink-0 ${isFailure ? 'text-bad' : 'text-muted'}`}
      />
      <span>{text}</span>
    </p>
  );
}

interface HistoryNotesProps {
  history: History;
  /** The days that are compared. */
  days: ChosenDays | null;
}

/** The compared lists that came with invalid rows, which are missing from them. */
const withSkipped = (days: ChosenDays | null): Snapshot[] =>
  days?.kind === 'pair' ? [days.from, days.to].filter(({ skipped }) => skipped > 0) : [];

export const hasNotes = ({ history: { snapshots, failed }, days }: HistoryNotesProps): boolean =>
  failed !== null || snapshots[0]?.status === 'unconfirmed' || withSkipped(days).length > 0;

/** What is not as usual: a list that is not kept yet, a try that failed, lists with missing rows. */
export function HistoryNotes({ history, days }: HistoryNotesProps) {
  const { snapshots, next, failed } = history;
  const doubted = snapshots.find(({ status }) => status === 'unconfirmed');
  const problem = failed && new ApiError(failed.problem.code, failed.problem.detail);
  return (
    <div role="status" className="grid gap-1 empty:hidden">
      {doubted && <Note text={words.unconfirmed(doubted, next)} isFailure />}
      {failed && problem && (
        <Note text={words.failed(failed.at, failureWords(problem, true))} isFailure />
      )}
      {withSkipped(days).map((day) => (
        <Note key={day.seq} text={words.unreadable(day)} />
      ))}
    </div>
  );
}
