import { useId, useRef } from 'react';
import { monthWords } from '../fields/month-words.ts';
import type { MonthCount } from '../fields/rented-months.ts';
import { formatCount } from '../lib/format.ts';
import { useTextScale } from '../ui/useTextScale.ts';
import { aboutWidth, countTicks, monthMarks } from './month-axis.ts';
import type { Run } from './month-run.ts';
import { shareWords } from './share.ts';
import { Tooltip } from './Tooltip.tsx';
import { useMonthRange } from './useMonthRange.ts';
import { useWidth } from './useWidth.ts';
import * as text from './words.ts';

interface MonthBarsProps {
  months: readonly MonthCount[];
  total: number;
  chosen: Run | null;
  onChoose: (run: Run | null) => void;
}

const isWithin = (run: Run | null, at: number) => run !== null && at >= run.from && at <= run.to;

/** A bar for every month. A run of months is chosen by dragging or by keys. */
export function MonthBars({ months, total, chosen, onChoose }: MonthBarsProps) {
  const id = useId();
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const scale = useTextScale();
  const { at, isActive, draft, props } = useMonthRange(months.length, onChoose);
  const ticks = countTicks(Math.max(...months.map(({ numbers }) => numbers)));
  const top = ticks.at(-1)!;
  const marks = monthMarks(months, width, (label) => aboutWidth(label, scale));
  const marked = draft ?? chosen;
  const words = ({ month, numbers }: MonthCount) =>
    text.countedShare(monthWords(month), numbers, shareWords(numbers, total));

  function tipOf(key: string) {
    const { month, numbers } = months[Number(key)]!;
    return {
      title: monthWords(month),
      detail: text.countOf(numbers, shareWords(numbers, total), formatCount(total)),
      x: (100 * (Number(key) + 0.5)) / months.length,
      y: 0,
      side: 'above' as const,
    };
  }

  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-1 text-xs text-muted">
      <p id={`${id}-help`} className="col-span-2 mb-6">
        {text.howToChooseMonths}
      </p>
      <div aria-hidden className="relative text-right" translate="no">
        {/* The widest label gives the axis its width. */}
        <span className="invisible">{formatCount(top)}</span>
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute right-0 translate-y-1/2 leading-none"
            style={{ bottom: `${(100 * tick) / top}%` }}
          >
            {formatCount(tick)}
          </span>
        ))}
      </div>
      <div ref={plot} className="relative h-40">
        {ticks.slice(1).map((tick) => (
          <div
            key={tick}
            aria-hidden
            className="absolute inset-x-0 border-t border-line"
            style={{ bottom: `${(100 * tick) / top}%` }}
          />
        ))}
        <div
          role="listbox"
          aria-label={text.months}
          aria-multiselectable
          aria-orientation="horizontal"
          aria-describedby={`${id}-help`}
          aria-activedescendant={`${id}-${months[at]!.month}`}
          tabIndex={0}
          className="relative flex h-full touch-pan-y items-stretch border-b border-control select-none"
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
              aria-describedby={isActive && place === at ? `${id}-tip` : undefined}
              className={`flex min-w-0 flex-1 items-end justify-center aria-selected:bg-accent-soft forced-colors:aria-selected:bg-[Highlight] ${isActive && place === at ? 'bg-hover' : ''}`}
            >
              <span
                className={`w-[86%] rounded-t-[1px] forced-color-adjust-none ${marked === null || isWithin(marked, place) ? 'bg-accent' : 'bg-control'} ${isWithin(marked, place) ? 'forced-colors:bg-[HighlightText]' : 'forced-colors:bg-[CanvasText]'}`}
                style={{
                  height: `${(100 * one.numbers) / top}%`,
                  minHeight: one.numbers > 0 ? 2 : 0,
                }}
              />
            </div>
          ))}
        </div>
        <Tooltip id={`${id}-tip`} wanted={isActive ? String(at) : null} contentOf={tipOf} />
      </div>
      <div aria-hidden className="relative col-start-2 h-5">
        {marks.map(({ at: place, label }) => (
          <span
            key={place}
            className="absolute border-l border-control pl-1 leading-none whitespace-nowrap"
            style={{ left: `${(100 * place) / months.length}%` }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
