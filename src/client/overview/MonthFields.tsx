import type { MonthIndex } from '../fields/month-counts.ts';
import { monthsByYear, monthWords, yearWords } from '../fields/month-words.ts';
import { type Run, withEnd } from './month-run.ts';
import * as words from './words.ts';

interface MonthFieldsProps {
  /** The first month of the picture, and the count of months. */
  first: MonthIndex;
  count: number;
  chosen: Run | null;
  onChoose: (run: Run | null) => void;
}

const ends = [
  { end: 'from', label: words.from },
  { end: 'to', label: words.to },
] as const;

/** The first and the last month by name: bars are too narrow for thumbs. */
export function MonthFields({ first, count, chosen, onChoose }: MonthFieldsProps) {
  const last = count - 1;
  const shown = chosen ?? { from: 0, to: last };
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <legend className="sr-only">{words.monthsToFilterBy}</legend>
      {ends.map(({ end, label }) => (
        <label key={end} className="flex items-center gap-1.5 text-muted">
          <span>{label}</span>
          <select
            value={shown[end]}
            onChange={({ target }) =>
              onChoose(withEnd(chosen, { [end]: Number(target.value) }, last))
            }
            className="h-7 rounded-md border border-control bg-page px-1.5 text-ink pointer-coarse:h-10"
          >
            {monthsByYear(first, count, shown[end]).map(({ year, months }) => (
              <optgroup key={year} label={yearWords(year)}>
                {months.map((month) => (
                  <option key={month} value={month - first}>
                    {monthWords(month)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
