import { announce } from '../ui/announce.ts';
import * as words from '../words/kept.ts';
import { currentAddress, setAddress } from './address-bar.ts';

/** The button that leads back from a snapshot. */
export const backToNowId = 'back-to-now';

/**
 * Shows the list of a snapshot under the filters that are set. Back returns to the list before. The
 * page's content is another one afterwards, so a focus in the page moves to the way back.
 */
export function openSnapshot(seq: number): void {
  const { show, snapshot } = currentAddress();
  if (seq === snapshot && show === null) return;
  setAddress({ snapshot: seq, show: show === 'overview' ? show : null }, { history: 'push' });
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(backToNowId)?.focus();
  });
}

/** Shows the list of now again, under the same filters. */
export function backToNow(): void {
  setAddress({ snapshot: null }, { history: 'push' });
  announce(words.nowShown);
}
