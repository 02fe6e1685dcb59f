import type { Shortcut } from '../lib/shortcut.ts';
import * as words from '../words/checks.ts';

const f8 = { key: 'F8', ctrl: false, alt: false } as const;

/** The keys that go from finding to finding, as in editors. */
export const findingKeys = [
  {
    does: words.toFinding,
    keys: [
      { action: 'next', ...f8, shift: false },
      { action: 'previous', ...f8, shift: true },
    ],
  },
] as const satisfies readonly Shortcut[];
