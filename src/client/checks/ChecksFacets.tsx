import { useMemo, useRef, useState } from 'react';
import { largestAcceptanceFile, readAcceptances } from '#checks/acceptance-file.ts';
import { mergeAcceptances } from '#checks/change-acceptances.ts';
import { rules } from '#checks/rules.ts';
import { checkLevels } from '#contract/checks-report.ts';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { checkLabel } from '../fields/check-label.ts';
import { acceptedCheck, bitsOf, isLevel } from '../fields/rule-bits.ts';
import { checksStore, useChecks } from '../findings/checks-store.tsx';
import { LevelMark } from '../findings/LevelMark.tsx';
import { useFindingCounts } from '../findings/useFindingCounts.ts';
import { formatCount } from '../lib/format.ts';
import { keptNote } from '../list/kept-words.ts';
import { isComplete, type Scope } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { announce } from '../ui/announce.ts';
import { Facet, type FacetNote } from '../ui/Facet.tsx';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/checks.ts';
import { loadedRowsOnly } from '../words/filters.ts';
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
function AcceptedFile() {
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

const levelOfRule = new Map(rules.map(({ id, level }) => [id, level]));
const levelOf = (check: string) =>
  isLevel(check) ? check : (levelOfRule.get(check) ?? acceptedCheck);

interface ChecksFacetsProps {
  address: Address;
  list: NumberList;
}

function noteOf(isBehind: boolean, scope: Scope): FacetNote | null {
  if (isBehind) return { text: words.checking, isRepeated: false };
  const text = isComplete(scope) ? keptNote(scope) : loadedRowsOnly;
  return text === null ? null : { text, isRepeated: true };
}

/** The findings by level and by rule. One level or rule can be chosen as a filter. */
export function ChecksFacets({ address, list }: ChecksFacetsProps) {
  const { check } = address;
  const { isRunning, checked, open } = useChecks();
  const { counts } = useFindingCounts(list, address);
  const isBehind = isRunning || checked?.set !== list.set;
  const facetValue = (value: string) => ({ value, count: counts.get(value) ?? 0 });
  const isWorthShowing = (value: string) => value === check || (counts.get(value) ?? 0) > 0;
  // The rules of all loaded rows stay while a search or a filter leaves some without a row.
  const inRows = useMemo(() => open.reduce((all, bits) => all | bits, 0), [open]);
  const facet = {
    note: noteOf(isBehind, list.scope),
    selected: check === null ? [] : [check],
    isSingle: true,
    onToggle: (value: string) =>
      setAddress({ check: value === check ? null : value }, { history: 'push' }),
    render: (value: string) => (
      <>
        <LevelMark level={levelOf(value)} />
        <span className="py-1 leading-4">{checkLabel(value)}</span>
      </>
    ),
  };
  const found = rules
    .map(({ id }) => id)
    .filter((id) => id === check || (bitsOf(id) & inRows) !== 0);
  return (
    <>
      <Facet
        {...facet}
        label={words.checks}
        values={[...checkLevels, ...[acceptedCheck].filter(isWorthShowing)].map(facetValue)}
      />
      {found.length > 0 && <Facet {...facet} label={words.byRule} values={found.map(facetValue)} />}
      <AcceptedFile />
    </>
  );
}
