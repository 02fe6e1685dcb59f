import type { Acceptance } from '#checks/acceptance.ts';
import { writeAcceptances } from '#checks/acceptance-file.ts';
import { saveFile } from '../ui/save-file.ts';

/** Saves the accepted findings as a file. */
export const saveAccepted = (acceptances: readonly Acceptance[]) =>
  saveFile(
    new Blob([writeAcceptances(acceptances)], { type: 'application/json' }),
    'accepted-findings.json',
  );
