import { useState } from 'react';
import type { AdminSessions } from '#contract/admin.ts';
import { routes } from '#contract/routes.ts';
import { deleteAt } from '../../lib/send.ts';
import { failureWords } from '../../list/failure-words.ts';
import { listFailure } from '../../list/list-state.ts';
import { Button } from '../../ui/Button.tsx';
import { takeFocus } from '../../ui/take-focus.ts';
import { showToast } from '../../ui/toast.ts';
import * as common from '../../words/common.ts';
import * as people from '../../words/people.ts';
import { AdminEntry } from './AdminEntry.tsx';
import { agoWords, durationWords } from './entry-facts.ts';
import * as words from './words.ts';

interface SessionEntryProps {
  session: AdminSessions['sessions'][number];
  onEnded: () => void;
}

/** One session, which a second press ends. */
function SessionEntry({ session, onEnded }: SessionEntryProps) {
  const { handle, name, role, by, age_ms, idle_ms, is_own } = session;
  const [status, setStatus] = useState<'idle' | 'asked' | 'ending' | 'kept'>('idle');

  async function end() {
    setStatus('ending');
    try {
      await deleteAt(`${routes.adminSessions}/${encodeURIComponent(handle)}`);
      showToast({ text: words.ended(name) });
    } catch (error) {
      showToast({ text: words.notEnded(name, failureWords(listFailure(error)).title) });
    }
    setStatus('kept');
    onEnded();
  }

  const facts = [
    people.roles[role],
    words.opened(words.by[by]),
    words.openFor(durationWords(age_ms)),
    words.used(agoWords(idle_ms)),
  ];
  return (
    <AdminEntry name={name} facts={facts}>
      {is_own ? (
        <span className="text-muted">{words.own}</span>
      ) : status === 'idle' || status === 'kept' ? (
        <Button
          ref={status === 'kept' ? takeFocus : null}
          aria-label={words.endOf(name)}
          onClick={() => setStatus('asked')}
        >
          {words.end}
        </Button>
      ) : (
        <fieldset aria-label={words.confirmOf(name)} className="inline-flex gap-1.5">
          <Button
            ref={takeFocus}
            title={words.confirmDetail}
            disabled={status === 'ending'}
            onClick={() => void end()}
            className="text-bad"
          >
            {words.confirm}
          </Button>
          <Button disabled={status === 'ending'} onClick={() => setStatus('kept')}>
            {common.cancel}
          </Button>
        </fieldset>
      )}
    </AdminEntry>
  );
}

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
