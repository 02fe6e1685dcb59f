import type { Shortcut } from '../lib/shortcut.ts';
import { keys as words } from '../words/toast.ts';

/** The key that leads to the message from anywhere, and back. Without a message it is the browser's. */
export const toToastKeys = [
  {
    does: words.toToast,
    keys: [{ action: 'go', key: 'F6', ctrl: false, alt: false, shift: false }],
  },
] as const satisfies readonly Shortcut[];

/** The keys of the message that has the focus. */
export const toastKeys = [
  { does: words.dismiss, keys: [{ action: 'dismiss', key: 'Escape', ctrl: false, alt: false }] },
] as const satisfies readonly Shortcut[];
