import { monthsByYear, monthWords, rentedWords, yearWords } from '../fields/month-words.ts';
import type { MonthCount, MonthIndex } from '../fields/rented-months.ts';
import { Button } from '../ui/Button.tsx';
import { Figure } from './Figure.tsx';
import { MonthBars } from './MonthBars.tsx';
import { type Run, rentedOf, runOf, withEnd } from './month-run.ts';
import { shareWords, sumOf } from './share.ts';
import * as text from './words.ts';

interface MonthFieldsProps {
  /** The first month of the picture, and the count of months. */
  first: MonthIndex;
  count: number;
  chosen: Run | null;
  onChoose: (run: Run | null) => void;
}

const ends = [
  { end: 'from', label: text.from },
  { end: 'to', label: text.to },
] as const;

/** The first and the last month by name: bars are too narrow for thumbs. */
function MonthFields({ first, count, chosen, onChoose }: MonthFieldsProps) {
  const last = count - 1;
  const shown = chosen ?? { from: 0, to: last };
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <legend className="sr-only">{text.monthsToFilterBy}</legend>
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

interface MonthsFigureProps {
  months: readonly MonthCount[];
  rented: string | null;
  words: string;
  onChoose: (rented: string | null) => void;
}

/** Numbers by month of renting. Months can be chosen as a filter. */
export function MonthsFigure({ months, rented, words, onChoose }: MonthsFigureProps) {
  const first = months[0]?.month ?? 0;
  const total = sumOf(months.map(({ numbers }) => numbers));
  const chosen = runOf(rented, first);
  const inRange = chosen
    ? sumOf(
        months
          .slice(Math.max(0, chosen.from), Math.max(0, chosen.to + 1))
          .map(({ numbers }) => numbers),
      )
    : 0;

  function choose(run: Run | null) {
    const next = run && rentedOf(run, first);
    onChoose(next === rented ? null : next);
  }

  return (
    <Figure
      id="rented-by-month"
      title={text.byMonth}
      words={
        <>
          <p>{words}</p>
          {months.length > 0 && (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-1">
              <MonthFields first={first} count={months.length} chosen={chosen} onChoose={choose} />
              <span className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink">
                <span>
                  {rented === null
                    ? text.everyMonthChosen
                    : text.counted(rentedWords(rented), inRange)}
                </span>
                {rented !== null && (
                  <Button onClick={() => onChoose(null)}>{text.showEveryMonth}</Button>
                )}
              </span>
            </div>
          )}
        </>
      }
      className="xl:col-span-2"
      table={{
        headers: [text.headers.month, text.headers.numbers, text.headers.share],
        rows: months.map(({ month, numbers }) => [
          monthWords(month),
          numbers,
          shareWords(numbers, total, 1),
        ]),
      }}
      picture={{ kind: 'months', months, chosen, total }}
    >
      {months.length > 0 && (
        <MonthBars months={months} total={total} chosen={chosen} onChoose={choose} />
      )}
    </Figure>
  );
}
