import { useId } from 'react';
import type { MonthCount } from '../fields/month-counts.ts';
import { monthWords, yearMarks, yearWords } from '../fields/month-words.ts';
import type { Run } from './month-run.ts';
import { useMonthRange } from './useMonthRange.ts';
import * as text from './words.ts';

interface MonthBarsProps {
  months: readonly MonthCount[];
  chosen: Run | null;
  onChoose: (run: Run | null) => void;
}

const isWithin = (run: Run | null, at: number) => run !== null && at >= run.from && at <= run.to;

/** A bar for every month. A run of months is chosen by dragging or by keys. */
export function MonthBars({ months, chosen, onChoose }: MonthBarsProps) {
  const id = useId();
  const { at, isActive, draft, props } = useMonthRange(months.length, onChoose);
  const most = Math.max(1, ...months.map(({ numbers }) => numbers));
  const marked = draft ?? chosen;
  const { month, numbers } = months[at]!;
  const words = (one: MonthCount) => text.counted(monthWords(one.month), one.numbers);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <p className="flex min-h-5 justify-between gap-3 text-xs text-muted">
        <span id={`${id}-help`}>{text.howToChooseMonths}</span>
        <span aria-hidden className="font-medium whitespace-nowrap text-ink">
          {isActive && words({ month, numbers })}
        </span>
      </p>
      <div
        role="listbox"
        aria-label={text.months}
        aria-multiselectable
        aria-orientation="horizontal"
        aria-describedby={`${id}-help`}
        aria-activedescendant={`${id}-${month}`}
        tabIndex={0}
        className="relative flex h-36 touch-pan-y items-stretch border-b border-control select-none"
        {...props}
      >
        {months.map((one, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names its active option.
          <div
            key={one.month}
            id={`${id}-${one.month}`}
            role="option"
            aria-label={words(one)}
            aria-selected={isWithin(marked, place)}
            className={`flex min-w-0 flex-1 items-end justify-center aria-selected:bg-accent-soft forced-colors:aria-selected:bg-[Highlight] ${isActive && place === at ? 'bg-hover' : ''}`}
          >
            <span
              className={`w-[86%] rounded-t-[1px] forced-color-adjust-none ${marked === null || isWithin(marked, place) ? 'bg-accent' : 'bg-control'} ${isWithin(marked, place) ? 'forced-colors:bg-[HighlightText]' : 'forced-colors:bg-[CanvasText]'}`}
              style={{
                height: `${(100 * one.numbers) / most}%`,
                minHeight: one.numbers > 0 ? 2 : 0,
              }}
            />
          </div>
        ))}
      </div>
      <div aria-hidden className="relative h-4 text-xs text-muted">
        {yearMarks(months).map(({ year, at: place }) => (
          <span
            key={year}
            className="absolute border-l border-control pl-1"
            style={{ left: `${(100 * place) / months.length}%` }}
          >
            {yearWords(year)}
          </span>
        ))}
      </div>
    </div>
  );
}
