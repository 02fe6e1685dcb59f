import { useId, useState } from 'react';
import { longestNote } from '#checks/acceptance.ts';
import type { CheckLevel } from '#contract/checks-report.ts';
import type { HostProps } from '#jsx/jsx-runtime';
import { checkLabel } from '../fields/check-label.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { LevelMark } from '../findings/LevelMark.tsx';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { takeFocus } from '../ui/take-focus.ts';
import * as words from '../words/checks.ts';
import * as common from '../words/common.ts';

interface ReasonProps extends Pick<HostProps<'input'>, 'id' | 'ref'> {
  note: string;
  onNote: (note: string) => void;
}

const Reason = ({ note, onNote, ...props }: ReasonProps) => (
  <input
    {...props}
    value={note}
    maxLength={longestNote}
    autoComplete="off"
    onChange={({ target }) => onNote(target.value)}
    className="h-8 min-w-0 rounded-md border border-control bg-page px-2"
  />
);

interface AnswersProps {
  /** The label of the button that accepts. */
  accept: string;
  onCancel: () => void;
}

/** Where acceptances are stored, and the buttons of a form. */
function Answers({ accept, onCancel }: AnswersProps) {
  const { isKept } = useChecks();
  return (
    <>
      <p className="text-xs text-muted">{isKept ? words.storedHere : words.notKept}</p>
      <div className="flex gap-2">
        <Button type="submit">{accept}</Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </>
  );
}

interface AcceptFormProps {
  onAccept: (answer: { isForAll: boolean; note: string }) => void;
  onCancel: () => void;
}

/** Asks for which numbers a finding is accepted, and why. */
export function AcceptForm({ onAccept, onCancel }: AcceptFormProps) {
  const id = useId();
  const [isForAll, setIsForAll] = useState(false);
  const [note, setNote] = useState('');
  const scopes = [
    { label: words.thisNumber, value: false },
    { label: words.allNumbers, value: true },
  ];
  return (
    <form
      aria-label={words.acceptThis}
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept({ isForAll, note: note.trim() });
      }}
      onKeyDown={(event) => {
        // Arrow keys choose in this form, and Escape closes only this form.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label htmlFor={id} className="text-xs text-muted">
        {words.reason}
      </label>
      <Reason ref={takeFocus} id={id} note={note} onNote={setNote} />
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="sr-only">{words.acceptFor}</legend>
        {scopes.map(({ label, value }) => (
          <label key={label} className="flex items-center gap-1.5">
            <input
              type="radio"
              name={`${id}-scope`}
              checked={isForAll === value}
              onChange={() => setIsForAll(value)}
              className="accent-accent"
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <Answers accept={words.accept} onCancel={onCancel} />
    </form>
  );
}

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
      <label htmlFor={id} className="grid gap-1">
        <span className="text-xs text-muted">{words.reason}</span>
        <Reason id={id} note={note} onNote={setNote} />
      </label>
      <Answers accept={words.acceptForNumbers(common.numbers(rule.count))} onCancel={onCancel} />
    </form>
  );
}
