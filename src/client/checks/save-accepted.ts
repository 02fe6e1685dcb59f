import type { Acceptance } from '#checks/acceptance.ts';
import { writeAcceptances } from '#checks/acceptance-file.ts';
import { saveFile } from '../ui/save-file.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/checks.ts';

/** Saves the accepted findings as a file. */
export function saveAccepted(acceptances: readonly Acceptance[]): void {
  const file = new Blob([writeAcceptances(acceptances)], { type: 'application/json' });
  saveFile(file, 'accepted-findings.json');
  showToast({ text: words.exportedAccepted(acceptances.length) });
}
