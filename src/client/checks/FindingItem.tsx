import { ExternalLink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Acceptance } from '#checks/acceptance.ts';
import { addAcceptances, removeAcceptance } from '#checks/change-acceptances.ts';
import type { RentedNumber } from '#contract/number.ts';
import { checkLabel } from '../fields/check-label.ts';
import { checksStore, useChecks } from '../findings/checks-store.tsx';
import { LevelMark } from '../findings/LevelMark.tsx';
import type { RowFinding } from '../findings/row-findings.ts';
import { formatDay } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/checks.ts';
import { AcceptForm } from './AcceptForms.tsx';
import { saveAccepted } from './save-accepted.ts';

interface FindingItemProps {
  row: RentedNumber;
  finding: RowFinding;
  /** The rule compares numbers, and only some are loaded. */
  isPartial: boolean;
}

const looks = {
  error: { box: 'border-bad/35 bg-bad-soft', head: 'text-bad' },
  warning: { box: 'border-warn/35 bg-warn-soft', head: 'text-warn' },
  info: { box: 'border-line bg-rail', head: '' },
  accepted: { box: 'border-line', head: '' },
};

/** One finding: its consequence, its cause, its remedy, the vendor's documentation, and accepting it. */
export function FindingItem({ row, finding, isPartial }: FindingItemProps) {
  const { id, level, field, message, remedy, docs, acceptance } = finding;
  const { isKept } = useChecks();
  const [isAsking, setIsAsking] = useState(false);
  const action = useRef<HTMLButtonElement>(null);
  const isFocusWanted = useRef(false);
  const title = checkLabel(id);
  const look = looks[acceptance ? 'accepted' : level];

  // The button is another element after the finding was accepted or the form was closed.
  useEffect(() => {
    if (!isFocusWanted.current) return;
    isFocusWanted.current = false;
    action.current?.focus();
  });

  function change(acceptances: readonly Acceptance[], said: string) {
    isFocusWanted.current = true;
    setIsAsking(false);
    const { isKept: isStored, undo } = checksStore.accept(acceptances);
    showToast({ text: words.doneHere(said, isStored), undo });
  }

  return (
    <li className={`grid gap-1.5 rounded-md border p-3 ${look.box}`}>
      <h4 className={`flex items-center gap-2 font-medium ${look.head}`}>
        <LevelMark level={acceptance ? 'accepted' : level} />
        <span>{words.finding(acceptance ? words.accepted : words.levels[level], title)}</span>
      </h4>
      <p className={`wrap-anywhere ${acceptance ? 'text-muted' : ''}`}>{message}</p>
      <p
        className={`rounded-r border-l-3 bg-page px-2.5 py-1 wrap-anywhere ${acceptance ? 'border-line text-muted' : 'border-accent'}`}
      >
        <span className="sr-only">{words.remedy}</span>
        <span>{remedy}</span>
      </p>
      {isPartial && <p className="text-xs text-muted">{words.comparedLoadedOnly}</p>}
      <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
        <code translate="no" className="font-mono">
          {field}
        </code>
        <a
          href={docs}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 underline underline-offset-2 hover:text-ink"
        >
          <span>{words.documentation}</span>
          <ExternalLink aria-hidden size={12} />
          <span className="sr-only">{words.opensInNewTab}</span>
        </a>
      </p>
      {acceptance && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-muted">
          <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
            <span>{words.acceptedOn(acceptance, formatDay(acceptance.at))}</span>
            {acceptance.note && <bdi translate="no">{acceptance.note}</bdi>}
          </span>
          <Button
            ref={action}
            aria-label={acceptance.number_sid ? words.undoHere(title) : words.undoForAll(title)}
            onClick={() =>
              change(
                removeAcceptance(checksStore.get().acceptances, acceptance),
                words.noLongerAccepted,
              )
            }
          >
            {words.undo}
          </Button>
          {!isKept && (
            <>
              <span className="min-w-0 flex-1 basis-40 text-warn">{words.notKept}</span>
              <Button onClick={() => saveAccepted(checksStore.get().acceptances)}>
                {words.exportAccepted}
              </Button>
            </>
          )}
        </div>
      )}
      {!acceptance && isAsking && (
        <AcceptForm
          onAccept={({ isForAll, note }) => {
            const { number_sid } = row;
            const at = new Date().toISOString();
            const one = { rule: id, ...(!isForAll && { number_sid }), note, at };
            change(
              addAcceptances(checksStore.get().acceptances, [one]),
              isForAll ? words.acceptedForAll : words.acceptedHere,
            );
          }}
          onCancel={() => {
            isFocusWanted.current = true;
            setIsAsking(false);
          }}
        />
      )}
      {!acceptance && !isAsking && (
        <div>
          <Button
            ref={action}
            aria-label={words.acceptFinding(title)}
            onClick={() => setIsAsking(true)}
          >
            {words.acceptMore}
          </Button>
        </div>
      )}
    </li>
  );
}
