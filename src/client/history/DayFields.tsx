import { ArrowLeftRight } from 'lucide-react';
import { useMemo } from 'react';
import type { Snapshot } from '#contract/history.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { type DayOption, dayOptions } from './day-options.ts';
import * as words from './words.ts';

interface DayFieldsProps {
  /** All kept lists, newest first. */
  kept: readonly Snapshot[];
  /** The chosen ones; null for one that is not kept. */
  from: number | null;
  to: number | null;
  onChoose: (days: { from: number | null; to: number | null }) => void;
}

interface DayFieldProps {
  label: string;
  options: readonly DayOption[];
  seq: number | null;
  onChoose: (seq: number) => void;
}

function DayField({ label, options, seq, onChoose }: DayFieldProps) {
  return (
    <label className="flex min-w-0 items-center gap-1.5 text-muted phone:flex-1">
      <span>{label}</span>
      <select
        value={seq ?? ''}
        onChange={({ target }) => onChoose(Number(target.value))}
        className="h-7 min-w-0 rounded-md border border-control bg-page px-1.5 text-ink finger:h-11 phone:flex-1"
      >
        {seq === null && <option value="" />}
        {options.map(({ seq: value, label: day }) => (
          <option key={value} value={value}>
            {day}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The two kept lists by their moments: bars are too narrow for thumbs. */
export function DayFields({ kept, from, to, onChoose }: DayFieldsProps) {
  const options = useMemo(() => dayOptions(kept), [kept]);
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1.5 phone:w-full phone:flex-nowrap">
      <legend className="sr-only">{words.days}</legend>
      <DayField
        label={words.from}
        options={options}
        seq={from}
        onChoose={(seq) => onChoose({ from: seq, to })}
      />
      <DayField
        label={words.to}
        options={options}
        seq={to}
        onChoose={(seq) => onChoose({ from, to: seq })}
      />
      {from !== null && to !== null && from !== to && (
        <IconButton
          label={words.swap}
          className="@max-4xl:hidden"
          onClick={() => onChoose({ from: to, to: from })}
        >
          <ArrowLeftRight aria-hidden size={14} />
        </IconButton>
      )}
    </fieldset>
  );
}
