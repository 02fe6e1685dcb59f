import type { RentedNumber } from '#contract/number.ts';
import { formatDay, formatMoment, formatOriginal } from '../lib/format.ts';
import { Flag } from '../ui/Flag.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import * as copying from '../words/copy.ts';
import * as words from '../words/table.ts';
import { Capability } from './Capability.tsx';
import { copiedNumber } from './copied-number.ts';
import { rowCountry } from './country-name.ts';

/** A text that is cut off where its column ends. */
export const textCell = (value: string | null) =>
  value && (
    <span translate="no" className="truncate">
      {value}
    </span>
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
        className="absolute right-1 inline-grid size-6 shrink-0 place-items-center rounded bg-hover text-muted hover:bg-line hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 data-copied:text-accent pointer-fine:opacity-0"
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
