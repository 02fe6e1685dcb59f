import { useRef, useState } from 'react';
import { readAcceptances } from '#checks/acceptance-file.ts';
import { mergeAcceptances } from '#checks/change-acceptances.ts';
import { checksStore, useChecks } from '../findings/checks-store.tsx';
import { formatCount } from '../lib/format.ts';
import { announce } from '../ui/announce.ts';
import * as words from '../words/checks.ts';
import { saveAccepted } from './save-accepted.ts';

/** Nobody accepts so many findings: a larger file holds something else. */
const largestFile = 5_000_000;

const link = 'text-xs text-muted underline underline-offset-2 hover:text-ink';

interface Outcome {
  isFailure: boolean;
  said: string;
}

async function importFile(file: File): Promise<Outcome> {
  const read =
    file.size > largestFile
      ? ({ kind: 'broken', reason: words.fileTooLarge } as const)
      : readAcceptances(await file.text());
  if (read.kind === 'broken') return { isFailure: true, said: words.nothingTaken(read.reason) };
  const { acceptances, taken } = mergeAcceptances(checksStore.get().acceptances, read.accepted);
  checksStore.accept(acceptances);
  const known = read.accepted.length - taken;
  return {
    isFailure: false,
    said: known > 0 ? words.takenOverBut(taken, formatCount(known)) : words.takenOver(taken),
  };
}

/** Exports accepted findings to a file and imports them: they are stored in this browser only. */
export function AcceptedFile() {
  const { acceptances, isKept } = useChecks();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function take(file: File | undefined) {
    if (!file) return;
    const result = await importFile(file).catch(() => ({
      isFailure: true,
      said: words.nothingTaken(words.fileUnreadable),
    }));
    setOutcome(result);
    announce(result.said);
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
      {outcome && (
        <p className={`text-xs wrap-anywhere ${outcome.isFailure ? 'text-bad' : 'text-muted'}`}>
          {outcome.said}
        </p>
      )}
    </section>
  );
}
