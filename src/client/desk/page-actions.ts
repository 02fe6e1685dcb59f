import { currentAddress, setAddress } from '../address/address-bar.ts';
import { viewChange } from '../address/view-href.ts';
import { useTakeSnapshot } from '../list/take-snapshot.ts';
import * as pasted from '../words/pasted.ts';
import { openDeskDialog } from './desk-dialog.ts';
import { usePasted } from './paste/pasted-list.ts';
import * as words from './words.ts';

/** A pasted list is compared with the numbers of the list, not with the differences of two days. */
function openPaste() {
  if (currentAddress().show === 'history') setAddress(viewChange(null), { history: 'push' });
  openDeskDialog('paste');
}

/** The actions of the More menu, which the palette offers too. The first one says whether a list is held. */
export function usePageActions() {
  const { text, list } = usePasted();
  const snapshot = useTakeSnapshot();
  const paste =
    text === ''
      ? words.actions.paste
      : { label: pasted.held(list.numbers.size), hint: pasted.heldUntil };
  const taking =
    snapshot &&
    ({
      id: 'snapshot',
      ...words.actions[snapshot.isTaking ? 'takingSnapshot' : 'snapshot'],
      run: snapshot.take,
    } as const);
  return [
    { id: 'paste', ...paste, run: openPaste },
    { id: 'print', ...words.actions.print, run: () => print() },
    ...(taking ? [taking] : []),
    { id: 'keys', ...words.actions.keys, run: () => openDeskDialog('keys') },
  ] as const;
}

export type PageActions = ReturnType<typeof usePageActions>;
