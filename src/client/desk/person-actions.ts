import { roleMay } from '#contract/role.ts';
import type { Session } from '#contract/session.ts';
import { setAddress } from '../address/address-bar.ts';
import * as people from '../words/people.ts';
import * as bar from '../words/top-bar.ts';
import { signOut } from './sign-out.ts';

/** The dialog of admins is in the address, so that a reload opens it again. */
const openAdmin = () => setAddress({ dialog: 'admin' });
export const closeAdmin = () => setAddress({ dialog: null });

interface PersonAction {
  id: 'admin' | 'sign-out';
  label: string;
  hint?: string;
  run: () => void;
}

/**
 * What a person can do with sessions: admins see all of them, and everybody can sign out.
 *
 * @param isOfPreviousAccount the session is still that of the previous account, so its
 *   role may be wrong here.
 */
export function personActions(
  session: Session | undefined,
  isOfPreviousAccount: boolean,
): readonly PersonAction[] {
  const actions: PersonAction[] = [];
  if (session?.person && roleMay(session.person.role, 'administer') && !isOfPreviousAccount) {
    actions.push({ id: 'admin', label: people.admin, hint: people.adminHint, run: openAdmin });
  }
  if (session?.has_sign_in) {
    actions.push({ id: 'sign-out', label: bar.signOut, run: () => void signOut() });
  }
  return actions;
}
