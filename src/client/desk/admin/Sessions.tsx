import type { AdminSessions } from '#contract/admin.ts';
import { SessionEntry } from './SessionEntry.tsx';
import * as words from './words.ts';

interface SessionsProps extends AdminSessions {
  onEnded: () => void;
}

/** Who is signed in. */
export function Sessions({ sessions, onEnded }: SessionsProps) {
  if (sessions.length === 0) return <p className="text-muted">{words.noSessions}</p>;
  return (
    <ul>
      {sessions.map((session) => (
        <SessionEntry key={session.handle} session={session} onEnded={onEnded} />
      ))}
    </ul>
  );
}
