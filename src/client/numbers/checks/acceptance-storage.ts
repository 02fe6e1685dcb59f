import type { Acceptance } from '#checks/acceptance.ts';
import { readAcceptances, writeAcceptances } from '#checks/acceptance-file.ts';

const key = 'accepted-findings';
const unreadableKey = 'accepted-findings-unreadable';

/**
 * What was accepted in this browser. Text that cannot be read, as of a newer version, is put aside
 * before anything is written in its place.
 */
export function loadAcceptances(): Acceptance[] {
  try {
    const text = localStorage.getItem(key);
    if (text === null) return [];
    const read = readAcceptances(text);
    if (read.kind === 'read') return read.accepted;
    localStorage.setItem(unreadableKey, text);
  } catch {
    // A browser that refuses storage remembers nothing.
  }
  return [];
}

/** Whether the browser took them. */
export function saveAcceptances(acceptances: readonly Acceptance[]): boolean {
  try {
    localStorage.setItem(key, writeAcceptances(acceptances));
    return true;
  } catch {
    return false;
  }
}

/** Says when another tab of this browser wrote. */
export const onAcceptancesElsewhere = (listener: () => void) =>
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) listener();
  });
