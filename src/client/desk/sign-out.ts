import { routes } from '#contract/routes.ts';
import { ApiError } from '../lib/api-error.ts';
import { deleteAt } from '../lib/send.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/top-bar.ts';

/** Goes to a new page, and shows nothing of this one from now on. */
function leavePage() {
  const leave = () => location.replace('.');
  // Rows are gone before the new page is there, and also if the browser stays on this one.
  document.body.replaceChildren();
  // A sheet that has just been closed goes back in the history, which stops a page on its way.
  // A new page asked for within that step would sometimes be stopped as well.
  addEventListener('popstate', () => setTimeout(leave));
  // Back may lead to this page, which a browser keeps whole.
  addEventListener('pageshow', leave);
  leave();
}

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
  leavePage();
}
