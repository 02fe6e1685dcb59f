import { routes } from '#contract/routes.ts';
import { deleteAt } from '../lib/send.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/top-bar.ts';

/** Ends the session, then removes the inventory from this page: from its memory and its address. */
export async function signOut() {
  await deleteAt(routes.session).catch(() => announce(words.signOutFailed));
  location.replace('.');
}
