import type { RentedNumber } from '#contract/number.ts';
import { formatDay, formatMoment, formatOriginal } from '../lib/format.ts';
import { shortenMiddle } from '../lib/shorten.ts';
import { Flag } from '../ui/Flag.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import * as copying from '../words/copy.ts';
import * as words from '../words/table.ts';
import { copiedNumber } from './copied-number.ts';
import { rowCountry } from './country-name.ts';
import type { Destination } from './destination.ts';

interface CapabilityProps {
  word: string;
  isOn: boolean;
}

/** A capability as a word; one that is off is struck through, so that colour is not the only sign. */
function Capability({ word, isOn }: CapabilityProps) {
  return (
    <span
      className={`rounded px-1.5 py-px text-2xs font-medium tinted:bg-page ${isOn ? 'bg-accent-soft text-accent' : 'text-muted line-through ring-1 ring-inset ring-line'}`}
    >
      <span>{word}</span>
      {!isOn && <span className="sr-only">{words.off}</span>}
    </span>
  );
}

/** A text that is cut off where its column ends. */
export const textCell = (value: string | null) =>
  value && (
    <bdi translate="no" className="truncate">
      {value}
    </bdi>
  );

/** An identifier or a word of the API. */
export const codeCell = (value: string | null) =>
  value && (
    <span translate="no" className="truncate font-mono text-xs" title={value}>
      {value}
    </span>
  );

export const dayCell = (iso: string | null) =>
  iso && (
    <time
      translate="no"
      dir="auto"
      dateTime={iso}
      title={words.dates(formatMoment(iso), formatOriginal(iso))}
      className="truncate text-xs text-muted"
    >
      {formatDay(iso)}
    </time>
  );

export function numberCell(row: RentedNumber) {
  const copy = copying.copy(copiedNumber(row));
  return (
    <>
      <span
        id={row.number_sid}
        translate="no"
        className="truncate font-mono text-[0.8125rem] pointer-coarse:text-xs"
      >
        {row.number_display}
      </span>
      {/* The grid copies for all of its rows: a button with a state of its own each would be drawn
        fifty times a frame while scrolling. */}
      <button
        type="button"
        data-copy
        tabIndex={-1}
        aria-label={copy}
        title={copy}
        className="absolute right-1 inline-grid size-6 shrink-0 place-items-center rounded bg-hover finger:bg-transparent text-muted hover:bg-line hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 pointer-fine:opacity-0"
      >
        <Glyph name="copy" size={14} />
      </button>
    </>
  );
}

export const nameCell = ({ name }: RentedNumber) =>
  name && (
    <bdi translate="no" className="truncate" title={name}>
      {name}
    </bdi>
  );

export const countryCell = (row: RentedNumber) => (
  <>
    <Flag code={row.country_code} />
    <span className="truncate" title={rowCountry(row)}>
      {rowCountry(row)}
    </span>
  </>
);

export const capabilitiesCell = ({ voice, messaging }: RentedNumber) => (
  <>
    <Capability word={words.voice} isOn={voice} />
    <Capability word={words.sms} isOn={messaging} />
  </>
);

const sidLength = 10;
const pathLength = 24;

/** A destination in one line: the host first, the whole address on hover. */
export function DestinationCell({ to }: { to: Destination }) {
  switch (to.kind) {
    case 'url':
      return (
        <span translate="no" className="flex min-w-0 text-xs" title={to.url}>
          <span className="max-w-full shrink-0 truncate">{to.host}</span>
          <span className="truncate text-muted">{shortenMiddle(to.rest, pathLength)}</span>
        </span>
      );
    case 'application':
    case 'endpoint':
      return (
        <span translate="no" className="truncate text-xs text-muted" title={to.sid}>
          {words.destination(words.kinds[to.kind], shortenMiddle(to.sid, sidLength))}
        </span>
      );
    case 'nowhere':
      return (
        <span className="text-muted">
          <span aria-hidden>—</span>
          <span className="sr-only">{words.nowhere}</span>
        </span>
      );
    case 'off':
      return null;
  }
}
