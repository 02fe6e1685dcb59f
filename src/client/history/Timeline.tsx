import { useId, useMemo, useRef } from 'react';
import type { Snapshot } from '#contract/history.ts';
import { isolate } from '../lib/format.ts';
import { formatMonth } from '../lib/format-month.ts';
import { Tooltip } from '../overview/Tooltip.tsx';
import { useMonthRange } from '../overview/useMonthRange.ts';
import { useWidth } from '../overview/useWidth.ts';
import { useTextScale } from '../ui/useTextScale.ts';
import { TimelineBars } from './TimelineBars.tsx';
import { isWithinDays, labelledBars, type TimelineBar, timelineBars } from './timeline-bars.ts';
import * as words from './words.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** `26 Nov`, in the reader's language and time zone: a label where the year is told beside. */
const shortDay = (iso: string): string => isolate(day.format(new Date(iso)));

/** The least width of a bar in pixels, and of the label of a day. */
const leastBar = 5;
const labelWidth = 72;

/** Beyond this, days without their year would be ambiguous. */
const longMs = 200 * 24 * 60 * 60 * 1000;

interface TimelineProps {
  /** All kept lists, the oldest first; at least two. */
  days: readonly Snapshot[];
  /** The indices of the two that are compared; null when there are none. */
  chosen: { from: number; to: number } | null;
  onChoose: (days: { from: Snapshot; to: Snapshot } | null) => void;
}

/** A bar for every kept list: added and changed numbers upwards, gone ones downwards. */
export function Timeline({ days, chosen, onChoose }: TimelineProps) {
  const id = useId();
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const scale = useTextScale();
  const bars = useMemo(
    () => timelineBars(days, width === 0 ? days.length : Math.floor(width / leastBar)),
    [days, width],
  );
  const { at, isActive, draft, props } = useMonthRange(bars.length, (run) =>
    onChoose(run && { from: days[bars[run.from]!.from]!, to: days[bars[run.to]!.to]! }),
  );
  const dayAt = (index: number) => days[index]!;

  function whenOf({ from, to }: TimelineBar): string {
    const last = words.moment(dayAt(to));
    return to - from === 1 ? last : words.between(words.moment(dayAt(from + 1)), last);
  }
  const isLong = Date.parse(dayAt(days.length - 1).asOf) - Date.parse(dayAt(0).asOf) > longMs;
  const labelOf = (asOf: string) => (isLong ? formatMonth(new Date(asOf)) : shortDay(asOf));
  const nameOf = (bar: TimelineBar) => words.barWords(whenOf(bar), words.counted(bar));
  const isMarked = (bar: TimelineBar, place: number) =>
    draft !== null
      ? place >= draft.from && place <= draft.to
      : chosen !== null && isWithinDays(bar, chosen.from, chosen.to);

  return (
    <div ref={plot} className="relative text-2xs text-muted">
      <p id={`${id}-help`} className="sr-only">
        {words.howToChoose}
      </p>
      <div
        role="listbox"
        aria-label={words.timeline}
        aria-multiselectable
        aria-orientation="horizontal"
        aria-describedby={`${id}-help`}
        aria-activedescendant={`${id}-${dayAt(bars[at]!.to).seq}`}
        tabIndex={0}
        className="flex h-18 touch-pan-y items-stretch select-none phone:h-14"
        {...props}
      >
        <TimelineBars
          bars={bars}
          idOf={(bar) => `${id}-${dayAt(bar.to).seq}`}
          nameOf={nameOf}
          isMarked={isMarked}
          active={isActive ? at : null}
          tip={`${id}-tip`}
        />
      </div>
      <Tooltip
        id={`${id}-tip`}
        wanted={isActive ? String(at) : null}
        contentOf={(key) => {
          const place = Math.min(Number(key), bars.length - 1);
          const bar = bars[place]!;
          return {
            title: whenOf(bar),
            detail: words.tip(words.counted(bar), dayAt(bar.to).total),
            x: (100 * (place + 0.5)) / bars.length,
            y: 0,
            // The fields and the chips are right below.
            side: 'beside' as const,
          };
        }}
      />
      <div aria-hidden className="relative h-4">
        {labelledBars(bars.length, width, labelWidth * scale).map((place) => (
          <span
            key={place}
            className="absolute border-l border-control pl-1 leading-4 whitespace-nowrap"
            style={{ left: `${(100 * place) / bars.length}%` }}
          >
            {labelOf(dayAt(bars[place]!.to).asOf)}
          </span>
        ))}
      </div>
    </div>
  );
}
