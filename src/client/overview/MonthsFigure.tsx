import type { MonthCount } from '../fields/month-counts.ts';
import { monthWords, rentedWords } from '../fields/month-words.ts';
import { Button } from '../ui/Button.tsx';
import { Figure } from './Figure.tsx';
import { MonthBars } from './MonthBars.tsx';
import { MonthFields } from './MonthFields.tsx';
import { type Run, rentedOf, runOf } from './month-run.ts';
import { sumOf } from './ranked.ts';
import * as text from './words.ts';

interface MonthsFigureProps {
  months: readonly MonthCount[];
  rented: string | null;
  words: string;
  onChoose: (rented: string | null) => void;
}

/** Numbers by month of renting. Months can be chosen as a filter. */
export function MonthsFigure({ months, rented, words, onChoose }: MonthsFigureProps) {
  const first = months[0]?.month ?? 0;
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
        headers: [text.headers.month, text.headers.numbers],
        rows: months.map(({ month, numbers }) => [monthWords(month), numbers]),
      }}
    >
      {months.length > 0 && <MonthBars months={months} chosen={chosen} onChoose={choose} />}
    </Figure>
  );
}
