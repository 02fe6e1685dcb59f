import { useState } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { formatCount } from '../lib/format.ts';
import * as common from '../words/common.ts';
import { isPlainClick } from './is-plain-click.ts';
import { shareWords } from './share.ts';
import * as words from './words.ts';

export interface Bar {
  key: string;
  /** The name of the bar for a screen reader. */
  name: string;
  /** The visible label, if it holds more than the name. */
  label?: Elements;
  count: number;
  /** Shown beside the bar. */
  note?: string | undefined;
  isChosen?: boolean;
}

interface BarsProps {
  label: string;
  bars: readonly Bar[];
  /** The count of numbers of which shares are told. */
  total: number;
  /** The count of bars shown at first. */
  most?: number;
  /** The count of a full bar, where other bars share the scale; else that of the largest bar. */
  full?: number;
  /** The link of a bar; without it, a bar is a toggle button. */
  href?: (key: string) => string;
  onChoose: (key: string) => void;
}

const rowLook =
  'group grid w-full grid-cols-[minmax(0,1fr)_auto_2.75rem] gap-x-2 rounded-md px-2 py-1 text-left hover:bg-hover aria-pressed:bg-selected';

/** Ranked bars. Each leads to its numbers. */
export function Bars({ label, bars, total, most = 8, full, href, onChoose }: BarsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const largest = full ?? Math.max(1, ...bars.map(({ count }) => count));
  const shown = bars.filter(({ isChosen }, at) => isOpen || at < most || isChosen);

  const content = (bar: Bar) => (
    <>
      <span className="flex min-w-0 items-center gap-2">{bar.label ?? bar.name}</span>
      <span translate="no" className="font-medium">
        {formatCount(bar.count)}
      </span>
      <span translate="no" className="text-right text-muted">
        {shareWords(bar.count, total)}
      </span>
      <span className="col-span-3 mt-1 h-1.5 rounded-full bg-line">
        <span
          className="block h-full rounded-full bg-scale-4 forced-color-adjust-none group-aria-pressed:bg-accent forced-colors:bg-[CanvasText]"
          style={{
            width: `${(100 * bar.count) / largest}%`,
            minWidth: bar.count > 0 ? 2 : 0,
          }}
        />
      </span>
      {bar.note && <span className="col-span-3 text-xs text-warn">{bar.note}</span>}
    </>
  );
  const nameOf = ({ name, count, note }: Bar) =>
    [words.countedShare(name, count, shareWords(count, total)), note].filter(Boolean).join(', ');

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1">
      <ul aria-label={label} className="-mx-2 grid grid-cols-[minmax(0,1fr)] gap-0.5">
        {shown.map((bar) => (
          <li key={bar.key}>
            {href ? (
              <a
                href={href(bar.key)}
                aria-label={nameOf(bar)}
                onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  onChoose(bar.key);
                }}
                className={rowLook}
              >
                {content(bar)}
              </a>
            ) : (
              <button
                type="button"
                aria-label={nameOf(bar)}
                aria-pressed={bar.isChosen ?? false}
                onClick={() => onChoose(bar.key)}
                className={rowLook}
              >
                {content(bar)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {(isOpen || shown.length < bars.length) && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="justify-self-start py-1 text-xs text-muted underline-offset-2 hover:text-ink hover:underline"
        >
          {isOpen ? common.showFewer : common.showMore(formatCount(bars.length - shown.length))}
        </button>
      )}
    </div>
  );
}
