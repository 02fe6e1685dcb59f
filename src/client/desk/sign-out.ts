import { routes } from '#contract/routes.ts';
import { ApiError } from '../lib/api-error.ts';
import { deleteAt } from '../lib/send.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/top-bar.ts';

/**
 * Ends the session, then removes the inventory from this page: from its memory and its address.
 * While the server cannot end the session, the page stays and says so.
 */
export async function signOut() {
  try {
    await deleteAt(routes.session);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'store_unavailable') {
      const { showToast } = await import('../ui/toast.ts');
      showToast({ text: words.stillSignedIn });
      return;
    }
    announce(words.signOutFailed);
  }
  const leave = () => location.replace('.');
  // A sheet that has just been closed goes back in the history, which stops a page on its way.
  addEventListener('popstate', leave);
  leave();
}
