import type { Acceptance } from '#checks/acceptance.ts';
import { readAcceptances, writeAcceptances } from '#checks/acceptance-file.ts';
import { keepText, readKept } from '../lib/kept-text.ts';

const key = 'accepted-findings';
const unreadableKey = 'accepted-findings-unreadable';

/**
 * What was accepted in this browser. Text that cannot be read, as of a newer version, is put aside
 * before anything is written in its place.
 */
export function loadAcceptances(): Acceptance[] {
  const text = readKept(key);
  if (text === null) return [];
  const read = readAcceptances(text);
  if (read.kind === 'read') return read.accepted;
  keepText(unreadableKey, text);
  return [];
}

/** Whether the browser keeps them. */
export const saveAcceptances = (acceptances: readonly Acceptance[]): boolean =>
  keepText(key, writeAcceptances(acceptances));

/** Says when another tab of this browser wrote. */
export const onAcceptancesElsewhere = (listener: () => void) =>
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) listener();
  });
