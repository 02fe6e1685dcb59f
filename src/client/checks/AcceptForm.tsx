import { useEffect, useId, useRef, useState } from 'react';
import { longestNote } from '#checks/acceptance.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { Button } from '../ui/Button.tsx';
import * as words from '../words/checks.ts';
import * as common from '../words/common.ts';

interface AcceptFormProps {
  onAccept: (answer: { isForAll: boolean; note: string }) => void;
  onCancel: () => void;
}

/** Asks for which numbers a finding is accepted, and why. */
export function AcceptForm({ onAccept, onCancel }: AcceptFormProps) {
  const id = useId();
  const { isKept } = useChecks();
  const [isForAll, setIsForAll] = useState(false);
  const [note, setNote] = useState('');
  const noteInput = useRef<HTMLInputElement>(null);
  useEffect(() => noteInput.current?.focus(), []);
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
      <input
        ref={noteInput}
        id={id}
        value={note}
        maxLength={longestNote}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
        className="h-8 min-w-0 rounded-md border border-control bg-page px-2"
      />
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
      <p className="text-xs text-muted">{isKept ? words.storedHere : words.notKept}</p>
      <div className="flex gap-2">
        <Button type="submit">{words.accept}</Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}
