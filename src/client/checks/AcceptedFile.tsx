import { useRef, useState } from 'react';
import { largestAcceptanceFile, readAcceptances } from '#checks/acceptance-file.ts';
import { mergeAcceptances } from '#checks/change-acceptances.ts';
import { checksStore, useChecks } from '../findings/checks-store.tsx';
import { formatCount } from '../lib/format.ts';
import { announce } from '../ui/announce.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/checks.ts';
import { saveAccepted } from './save-accepted.ts';

const link = 'text-xs text-muted underline underline-offset-2 hover:text-ink';

/** @returns why nothing was imported, or null. */
async function importFile(file: File): Promise<string | null> {
  const read =
    file.size > largestAcceptanceFile
      ? ({ kind: 'broken', reason: words.fileTooLarge } as const)
      : readAcceptances(await file.text());
  if (read.kind === 'broken') return words.nothingTaken(read.reason);
  const { acceptances, taken } = mergeAcceptances(checksStore.get().acceptances, read.accepted);
  const { undo } = checksStore.accept(acceptances);
  const known = read.accepted.length - taken;
  showToast({
    text: known > 0 ? words.takenOverBut(taken, formatCount(known)) : words.takenOver(taken),
    undo: taken > 0 ? undo : undefined,
  });
  return null;
}

/** Exports accepted findings to a file and imports them: they are stored in this browser only. */
export function AcceptedFile() {
  const { acceptances, isKept } = useChecks();
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    const why = await importFile(file).catch(() => words.nothingTaken(words.fileUnreadable));
    setFailure(why);
    if (why !== null) announce(why);
    // The same file can be chosen again after it was mended.
    if (input.current) input.current.value = '';
  }

  return (
    <section aria-label={words.acceptedFindings} className="-mt-3 grid gap-1.5">
      <p className={`text-xs ${isKept ? 'text-muted' : 'text-warn'}`}>
        {words.acceptedSoFar(acceptances.length, isKept)}
      </p>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {acceptances.length > 0 && (
          <button type="button" className={link} onClick={() => saveAccepted(acceptances)}>
            {words.exportAccepted}
          </button>
        )}
        <button type="button" className={link} onClick={() => input.current?.click()}>
          {words.importAccepted}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={words.acceptedFile}
          hidden
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </div>
      {failure !== null && <p className="text-xs wrap-anywhere text-bad">{failure}</p>}
    </section>
  );
}
