import { formatCount } from '../../lib/format.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import * as words from '../../words/paste.ts';
import type { Unread } from './read-list.ts';

const mostShown = 100;

/** What was pasted and holds no number that can be read: nothing is lost unsaid. */
export function UnreadLines({ unread }: { unread: readonly Unread[] }) {
  if (unread.length === 0) return null;
  return (
    <details className="rounded-lg border border-line bg-page px-3 py-2">
      <summary className="font-medium">{words.entriesNotRead(unread.length)}</summary>
      <div className="flex items-start gap-2 pt-1">
        <ul className="min-w-0 flex-1">
          {unread.slice(0, mostShown).map(({ line, text, why }) => (
            <li key={`${line} ${text}`} className="leading-6 wrap-anywhere">
              <span>{`${words.line(formatCount(line))} `}</span>
              <bdi translate="no" className="font-mono">
                {text}
              </bdi>
              <span className="text-muted">{` ${why}`}</span>
            </li>
          ))}
          {unread.length > mostShown && (
            <li className="text-muted">{words.more(formatCount(unread.length - mostShown))}</li>
          )}
        </ul>
        <CopyButton
          text={() => unread.map(({ text }) => text).join('\n')}
          what={words.whatWasNotRead}
          says={words.entries(unread.length)}
        />
      </div>
    </details>
  );
}
