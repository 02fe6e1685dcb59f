import { toSearchKeys } from '../../filters/search-keys.ts';
import { type ActionOf, type Shortcut, shortcutAction } from '../../lib/shortcut.ts';
import * as words from '../words.ts';

/** The keys that work everywhere on the page. */
export const globalKeys = [
  ...toSearchKeys,
  { does: words.toCommands, keys: [{ action: 'commands', key: 'k', ctrl: true, alt: false }] },
  { does: words.toKeys, keys: [{ action: 'keys', key: '?', ctrl: false, alt: false }] },
] as const satisfies readonly Shortcut[];

/** Works everywhere too, for whoever may take snapshots. */
export const snapshotKeys = [
  {
    does: words.toSnapshot,
    keys: [{ action: 'snapshot', key: 's', ctrl: false, alt: false, shift: true }],
  },
] as const satisfies readonly Shortcut[];

const allKeys = [...globalKeys, ...snapshotKeys] as const;

export type GlobalAction = ActionOf<typeof allKeys>;

/**
 * The action of a key press anywhere on the page, or null. A plain key is text while somebody types.
 * Under an open dialog no key reaches the page, and a key with Ctrl is `none`: the browser would
 * otherwise take Ctrl K to its address bar.
 */
export function globalAction(
  event: Parameters<typeof shortcutAction>[1],
  { isTyping, isInDialog }: { isTyping: boolean; isInDialog: boolean },
): GlobalAction | 'none' | null {
  const withCtrl = event.ctrlKey || event.metaKey;
  if ((isTyping || isInDialog) && !withCtrl) return null;
  const action = shortcutAction(allKeys, event);
  return action !== null && isInDialog ? 'none' : action;
}
