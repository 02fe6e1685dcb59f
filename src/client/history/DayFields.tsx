import { ArrowLeftRight } from 'lucide-react';
import { useMemo } from 'react';
import type { Snapshot } from '#contract/history.ts';
import { formatDay, formatMoment, isolate } from '../lib/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import * as words from './words.ts';

/** A kept list to choose. */
interface DayOption {
  seq: number;
  label: string;
}

const toTheSecond = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/** The texts that stand for one list alone. */
function uniqueOf(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set(texts.filter((text) => counts.get(text) === 1));
}

/** The kept lists by their days; several of one day by their moments, of one minute by seconds. */
export function dayOptions(kept: readonly Snapshot[]): DayOption[] {
  const days = uniqueOf(kept.map(({ asOf }) => formatDay(asOf)));
  const minutes = uniqueOf(kept.map(({ asOf }) => formatMoment(asOf)));
  return kept.map(({ seq, asOf }) => {
    const day = formatDay(asOf);
    const minute = formatMoment(asOf);
    const second = isolate(toTheSecond.format(new Date(asOf)));
    return { seq, label: days.has(day) ? day : minutes.has(minute) ? minute : second };
  });
}

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
