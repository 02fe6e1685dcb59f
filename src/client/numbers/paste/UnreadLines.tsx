import { formatCount, formatPlural } from '../../lib/format.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import type { Unread } from './read-list.ts';

const mostShown = 100;

/** What was pasted and holds no number that can be read: nothing is lost unsaid. */
export function UnreadLines({ unread }: { unread: readonly Unread[] }) {
  if (unread.length === 0) return null;
  return (
    <details className="rounded-lg border border-line bg-page px-3 py-2">
      <summary className="font-medium">
        {formatPlural(unread.length, 'entry', 'entries')} not read
      </summary>
      <div className="flex items-start gap-2 pt-1">
        <ul className="min-w-0 flex-1">
          {unread.slice(0, mostShown).map(({ line, text, why }) => (
            <li key={`${line} ${text}`} className="leading-6 wrap-anywhere">
              Line {formatCount(line)}: <bdi className="font-mono">{text}</bdi>{' '}
              <span className="text-muted">{why}</span>
            </li>
          ))}
          {unread.length > mostShown && (
            <li className="text-muted">and {formatCount(unread.length - mostShown)} more</li>
          )}
        </ul>
        <CopyButton
          text={() => unread.map(({ text }) => text).join('\n')}
          what="what was not read"
          says={formatPlural(unread.length, 'entry', 'entries')}
        />
      </div>
    </details>
  );
}
