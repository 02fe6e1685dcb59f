import { Check } from 'lucide-react';
import { useState } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import { formatCount } from '../lib/format.ts';
import * as common from '../words/common.ts';
import * as words from '../words/filters.ts';
import { type FacetValue, shownFirst } from './facet-values.ts';

/** The rows that the counts below a heading cover. */
export interface FacetNote {
  text: string;
  /** Whether only screen readers need it, because a heading above shows the same. */
  isRepeated: boolean;
}

interface FacetHeadingProps {
  label: string;
  note: FacetNote | null;
}

export const FacetHeading = ({ label, note }: FacetHeadingProps) => (
  <h2 className="flex items-center gap-2 pb-1 text-xs font-medium text-muted">
    <span>{label}</span>
    {note && (
      <span
        className={
          note.isRepeated ? 'sr-only' : 'rounded border border-line px-1.5 text-2xs font-normal'
        }
      >
        <span className="sr-only">{words.counts}</span>
        <span>{note.text}</span>
      </span>
    )}
  </h2>
);

const collapsedValues = 6;
/** The height in pixels of one value with its gap, and of the line that shows more. */
const valueHeight = 30;
const moreHeight = 24;

interface FacetProps {
  label: string;
  note: FacetNote | null;
  values: readonly FacetValue[];
  selected: readonly string[];
  /** Whether a value takes the place of the one before, as the round marks say. */
  isSingle?: boolean;
  onToggle: (value: string) => void;
  /** Says when the pointer enters and leaves. Between the two no value should move. */
  onPointed?: (isPointed: boolean) => void;
  render: (value: string) => Elements;
  /** Keeps room for the values of the first rows, so that nothing below moves when they come. */
  isAwaited?: boolean;
  children?: Elements;
}

/** The values of one field with the count of loaded rows for each. */
export function Facet({
  label,
  note,
  values,
  selected,
  isSingle = false,
  onToggle,
  onPointed,
  render,
  isAwaited = false,
  children,
}: FacetProps) {
  const [isOpen, setIsOpen] = useState(false);
  const most = Math.max(1, ...values.map(({ count }) => count));
  const first = shownFirst(values, selected, collapsedValues);
  const hidden = isOpen ? 0 : values.length - first.length;

  return (
    <section
      aria-label={label}
      aria-description={isSingle ? common.oneAtATime : undefined}
      onPointerEnter={() => onPointed?.(true)}
      onPointerLeave={() => onPointed?.(false)}
      className="grid grid-cols-[minmax(0,1fr)] gap-0.5"
    >
      <FacetHeading label={label} note={note} />
      {(isOpen ? values : first).map(({ value, count }) => (
        <button
          key={value}
          type="button"
          aria-pressed={selected.includes(value)}
          onClick={() => onToggle(value)}
          className="group -mx-2 flex min-h-7 items-center gap-1.5 rounded-md px-2 text-left hover:bg-hover aria-pressed:bg-selected"
        >
          <span
            aria-hidden
            className={`grid size-3.5 shrink-0 place-items-center border border-control text-on-accent group-aria-pressed:border-accent group-aria-pressed:bg-accent ${isSingle ? 'rounded-full' : 'rounded'}`}
          >
            {isSingle ? (
              <span className="hidden size-1.5 rounded-full bg-current group-aria-pressed:block" />
            ) : (
              <Check size={11} strokeWidth={3} className="hidden group-aria-pressed:block" />
            )}
          </span>
          <span className="flex min-w-0 flex-1 items-center gap-2">{render(value)}</span>
          {count > 0 && (
            <>
              <span aria-hidden className="h-1 w-6 shrink-0 rounded-full bg-line @max-[14rem]:w-4">
                <span
                  className="block h-full rounded-full bg-bar"
                  style={{ width: `${(100 * count) / most}%` }}
                />
              </span>
              <span translate="no" className="min-w-7 text-right text-muted">
                {formatCount(count)}
              </span>
            </>
          )}
        </button>
      ))}
      {values.length === 0 && isAwaited && (
        <div style={{ height: collapsedValues * valueHeight + moreHeight }} />
      )}
      {first.length < values.length && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="justify-self-start py-1 text-xs text-muted underline-offset-2 hover:text-ink hover:underline"
        >
          {isOpen ? common.showFewer : common.showMore(formatCount(hidden))}
        </button>
      )}
      {children}
    </section>
  );
}
