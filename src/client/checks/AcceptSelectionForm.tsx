import { useId, useState } from 'react';
import { longestNote } from '#checks/acceptance.ts';
import type { CheckLevel } from '#contract/checks-report.ts';
import { checkLabel } from '../fields/check-label.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { LevelMark } from '../findings/LevelMark.tsx';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/checks.ts';
import * as common from '../words/common.ts';

/** A rule, and how many of the numbers have an open finding of it. */
export interface RuleCount {
  id: string;
  level: CheckLevel;
  count: number;
}

interface AcceptSelectionFormProps {
  /** The rules to choose from. */
  rules: readonly RuleCount[];
  onAccept: (rule: string, note: string) => void;
  onCancel: () => void;
}

/** Asks which rule is accepted for the selected numbers, and why. */
export function AcceptSelectionForm({
  rules: found,
  onAccept,
  onCancel,
}: AcceptSelectionFormProps) {
  const id = useId();
  const { isKept } = useChecks();
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  // The chosen rule may be gone by now, for instance accepted in another tab.
  const rule = found.find((one) => one.id === chosen) ?? found[0];
  if (rule === undefined) return null;
  return (
    <form
      aria-label={words.whichFinding}
      className="grid w-84 max-w-[calc(100vw-2rem)] gap-2.5 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(rule.id, note.trim());
        setNote('');
      }}
    >
      <fieldset className="grid gap-0.5">
        <legend className="pb-1 font-semibold">{words.whichFinding}</legend>
        {found.map((one) => (
          <label
            key={one.id}
            className="flex items-center gap-2 rounded-md px-1 py-1 hover:bg-hover"
          >
            <input
              type="radio"
              name={`${id}-rule`}
              checked={one.id === rule.id}
              onChange={() => setChosen(one.id)}
              className="accent-accent"
            />
            <LevelMark level={one.level} />
            <span className="min-w-0 flex-1">{checkLabel(one.id)}</span>
            <span translate="no" className="text-muted">
              {formatCount(one.count)}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="grid gap-1">
        <span className="text-xs text-muted">{words.reason}</span>
        <input
          value={note}
          maxLength={longestNote}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
          className="h-8 min-w-0 rounded-md border border-control bg-page px-2"
        />
      </label>
      <p className="text-xs text-muted">{isKept ? words.storedHere : words.notKept}</p>
      <div className="flex gap-2">
        <Button type="submit">{words.acceptForNumbers(common.numbers(rule.count))}</Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}
