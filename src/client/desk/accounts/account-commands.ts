import type { AccountRef } from '#contract/session.ts';
import { currentAddress, setAddress } from '../../address/address-bar.ts';
import { announce } from '../../ui/announce.ts';
import * as text from '../../words/accounts.ts';
import { openDeskDialog } from '../desk-dialog.ts';
import { openFind } from '../find/find-commands.ts';
import { type Command, inGroup } from '../palette/command.ts';
import * as words from './words.ts';

/** The button of the top bar that shows the account. */
export const accountButtonId = 'account';

/**
 * Shows an account under the filters that are set. Back returns to the account before. The page's
 * content is another one afterwards, so a focus in the page moves to the account's button.
 */
function goToAccount({ id, name }: AccountRef): void {
  if (id === currentAddress().account) return;
  setAddress(
    { account: id, snapshot: null, from: null, to: null, open: null, view: null },
    { history: 'push' },
  );
  announce(text.nowShown(name));
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      document.getElementById(accountButtonId)?.focus();
    }
  });
}

/** Every account as a choice; the present one is on. */
export const accountChoices = (
  accounts: readonly AccountRef[],
  current: AccountRef | null,
): Command[] =>
  accounts.map((account) => ({
    id: `account-${account.id}`,
    group: text.accounts,
    label: account.name,
    kind: 'name',
    also: account.id,
    isOn: account.id === current?.id,
    run: () => goToAccount(account),
  }));

/** The commands of the palette about accounts. */
export const accountCommands = (
  accounts: readonly AccountRef[],
  current: AccountRef | null,
): Command[] =>
  inGroup(text.accounts, [
    {
      id: 'accounts',
      label: text.switchAccount,
      also: words.alsoSwitch,
      run: () => openDeskDialog('accounts'),
    },
    {
      id: 'find-everywhere',
      label: text.findEverywhere,
      also: words.alsoFind,
      run: () => openFind(),
    },
    ...accounts
      .filter(({ id }) => id !== current?.id)
      .map((account) => ({
        id: `go-to-${account.id}`,
        label: words.goTo(account.name),
        also: account.id,
        isQuiet: true,
        run: () => goToAccount(account),
      })),
  ]);
