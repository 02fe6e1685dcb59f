import type { AccountRef } from '#contract/session.ts';
import { currentAddress, setAddress } from '../../address/address-bar.ts';
import { announce } from '../../ui/announce.ts';
import * as words from '../../words/accounts.ts';

/** The button of the top bar that shows the account. */
export const accountButtonId = 'account';

/**
 * Shows an account under the filters that are set. Back returns to the account before. The page's
 * content is another one afterwards, so a focus in the page moves to the account's button.
 */
export function goToAccount({ id, name }: AccountRef): void {
  if (id === currentAddress().account) return;
  setAddress(
    { account: id, snapshot: null, from: null, to: null, open: null, view: null },
    { history: 'push' },
  );
  announce(words.nowShown(name));
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      document.getElementById(accountButtonId)?.focus();
    }
  });
}
