import { formatCount } from '../../lib/format.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { Unread } from './read-list.ts';
import * as words from './words.ts';

const mostShown = 100;

/** Faults in the order of their weight: a column of dates must not hide a number that was lost. */
const places = Object.keys(words.faults);
const byFault = (a: Unread, b: Unread) => places.indexOf(a.fault) - places.indexOf(b.fault);

/** The pasted entries without a readable number, each with its reason: nothing is dropped silently. */
export function UnreadLines({ unread }: { unread: readonly Unread[] }) {
  if (unread.length === 0) return null;
  const sorted = unread.toSorted(byFault);
  return (
    <details className="rounded-lg border border-line bg-page px-3 py-2">
      <summary className="font-medium">{words.entriesSkipped(unread.length)}</summary>
      <div className="flex items-start gap-2 pt-1">
        <ul className="min-w-0 flex-1">
          {sorted.slice(0, mostShown).map(({ line, text, fault }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line can hold the same text twice.
            <li key={at} className="leading-6 wrap-anywhere">
              <span>{`${words.line(formatCount(line))} `}</span>
              <bdi translate="no" className="font-mono">
                {text}
              </bdi>
              <span className="text-muted">{` ${words.faults[fault]}`}</span>
            </li>
          ))}
          {unread.length > mostShown && (
            <li className="text-muted">{words.more(formatCount(unread.length - mostShown))}</li>
          )}
        </ul>
        <CopyButton
          text={() => sorted.map(({ text }) => text).join('\n')}
          what={words.whatWasSkipped}
          says={words.entries(unread.length)}
        />
      </div>
    </details>
  );
}
