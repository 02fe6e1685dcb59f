import { formatPlural } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Figure } from './Figure.tsx';
import { MonthBars } from './MonthBars.tsx';
import { type MonthCount, monthFromText, monthText } from './month-counts.ts';
import { monthWords, rentedWords } from './month-words.ts';
import { sumOf } from './ranked.ts';
import type { Run } from './useMonthRange.ts';

interface MonthsFigureProps {
  months: readonly MonthCount[];
  rented: string | null;
  words: string;
  onChoose: (rented: string | null) => void;
}

/** The months of the filter by their places among those of the picture. */
function runOf(rented: string | null, months: readonly MonthCount[]): Run | null {
  const first = months[0]?.month;
  if (rented === null || first === undefined) return null;
  const [from, to] = rented.split('..').map((text) => monthFromText(text) - first);
  return { from: from!, to: to! };
}

/** How many numbers were rented in each month, which is also how to choose some months. */
export function MonthsFigure({ months, rented, words, onChoose }: MonthsFigureProps) {
  const chosen = runOf(rented, months);
  const inRange = chosen
    ? sumOf(months.slice(Math.max(0, chosen.from), chosen.to + 1).map(({ numbers }) => numbers))
    : 0;

  function choose(run: Run | null) {
    const first = months[run?.from ?? -1];
    const last = months[run?.to ?? -1];
    const next = first && last ? `${monthText(first.month)}..${monthText(last.month)}` : null;
    onChoose(next === rented ? null : next);
  }

  return (
    <Figure
      title="Rented by month"
      words={
        <>
          {words}
          {rented !== null && (
            <p className="flex flex-wrap items-center gap-x-2 text-ink">
              {rentedWords(rented)}: {formatPlural(inRange, 'number')}
              <Button onClick={() => onChoose(null)}>Show every month</Button>
            </p>
          )}
        </>
      }
      className="xl:col-span-2"
      table={{
        headers: ['Month', 'Numbers'],
        rows: months.map(({ month, numbers }) => [monthWords(month), numbers]),
      }}
    >
      {months.length > 0 && <MonthBars months={months} chosen={chosen} onChoose={choose} />}
    </Figure>
  );
}
