import { Activity, ChevronDown, LogOut, UserRound } from 'lucide-react';
import type { Session } from '#contract/session.ts';
import { personActions } from '../desk/person-actions.ts';
import { MenuItem } from '../ui/MenuItem.tsx';
import { Popover } from '../ui/Popover.tsx';
import * as words from '../words/people.ts';

const icons = { admin: Activity, 'sign-out': LogOut };

interface PersonMenuProps {
  session: Session;
  /** The session is still that of the previous account, so its role may be wrong here. */
  isOfPreviousAccount: boolean;
}

/** Who is signed in, with which role, and what the person can do about sessions. */
export function PersonMenu({ session, isOfPreviousAccount }: PersonMenuProps) {
  const { person } = session;
  if (person === null) return null;
  const { name, role } = person;
  return (
    <Popover
      kind="menu"
      label={isOfPreviousAccount ? name : words.personNow(name, words.roles[role])}
      trigger={
        <>
          <UserRound aria-hidden size={14} />
          <bdi translate="no" className="hidden max-w-32 truncate min-[1100px]:block">
            {name}
          </bdi>
          <ChevronDown aria-hidden size={14} />
        </>
      }
    >
      {(close) => (
        <>
          <MenuItem
            label={name}
            icon={UserRound}
            {...(!isOfPreviousAccount && { hint: words.roleHint(role) })}
            isDisabled
            onChoose={close}
          />
          {personActions(session, isOfPreviousAccount).map(({ id, label, hint, run }) => (
            <MenuItem
              key={id}
              label={label}
              icon={icons[id]}
              {...(hint !== undefined && { hint })}
              onChoose={() => {
                close();
                run();
              }}
            />
          ))}
        </>
      )}
    </Popover>
  );
}
