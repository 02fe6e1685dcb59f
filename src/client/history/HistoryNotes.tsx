import { CircleAlert, Info } from 'lucide-react';
import type { History } from '#contract/history.ts';
import { ApiError } from '../lib/api-error.ts';
import { failureWords } from '../list/failure-words.ts';
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

export const hasNotes = ({ snapshots, isTaking, failed }: History): boolean =>
  isTaking || failed !== null || snapshots[0]?.status === 'unconfirmed';

/** What is not as usual with the snapshots: one under way, one that is not kept yet, one that failed. */
export function HistoryNotes({ history }: { history: History }) {
  const { snapshots, next, isTaking, failed } = history;
  const doubted = snapshots.find(({ status }) => status === 'unconfirmed');
  const problem = failed && new ApiError(failed.problem.code, failed.problem.detail);
  return (
    <div role="status" className="grid gap-1 empty:hidden">
      {isTaking && <Note text={words.underWay} />}
      {doubted && <Note text={words.unconfirmed(doubted, next)} isFailure />}
      {failed && problem && (
        <Note text={words.failed(failed.at, failureWords(problem).title)} isFailure />
      )}
    </div>
  );
}
