import type { Acceptance } from '#checks/acceptance.ts';
import { readAcceptances, writeAcceptances } from '#checks/acceptance-file.ts';
import { keepText, readKept } from '../lib/kept-text.ts';

const key = 'accepted-findings';
const unreadableKey = 'accepted-findings-unreadable';

/**
 * Acceptances stored in this browser. Unreadable text, for instance of a newer version, is put aside
 * before it is overwritten.
 */
export function loadAcceptances(): Acceptance[] {
  const text = readKept(key);
  if (text === null) return [];
  const read = readAcceptances(text);
  if (read.kind === 'read') return read.accepted;
  keepText(unreadableKey, text);
  return [];
}

/** Whether the browser stores acceptances. */
export const saveAcceptances = (acceptances: readonly Acceptance[]): boolean =>
  keepText(key, writeAcceptances(acceptances));

/** Reports acceptances that another tab of this browser stored. */
export const onAcceptancesElsewhere = (listener: () => void) =>
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) listener();
  });
