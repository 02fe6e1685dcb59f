import type { AdminSessions } from '#contract/admin.ts';
import { SessionEntry } from './SessionEntry.tsx';

interface SessionsProps extends AdminSessions {
  onEnded: () => void;
}

/** Who is signed in. */
export const Sessions = ({ sessions, onEnded }: SessionsProps) => (
  <ul>
    {sessions.map((session) => (
      <SessionEntry key={session.handle} session={session} onEnded={onEnded} />
    ))}
  </ul>
);
