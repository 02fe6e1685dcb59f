import type { RentedNumber } from '#contract/number.ts';
import { formatDay, formatMoment, formatOriginal } from '../lib/format.ts';
import { shortenMiddle } from '../lib/shorten.ts';
import { Flag } from '../ui/Flag.tsx';
import * as words from '../words/table.ts';
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

export const numberCell = (row: RentedNumber) => (
  <span
    id={row.number_sid}
    translate="no"
    className="truncate font-mono text-[0.8125rem] pointer-coarse:text-xs"
  >
    {row.number_display}
  </span>
);

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

/**
 * One line of parts that are there or not: one without enough room wraps out of sight. The style sheet
 * alone shortens it, so no cell is drawn again when its column gets another width.
 */
const lineLook = 'flex h-[1.5em] min-w-0 flex-1 overflow-hidden text-xs leading-[1.5em]';

const sidLength = 10;

/** An identifier in one line: both of its ends, and what it identifies where that fits, too. */
const SidCell = ({ kind, sid }: { kind: string; sid: string }) => (
  <bdi
    translate="no"
    // If the text wraps, only its last line is in sight.
    className={`flex-wrap-reverse content-end text-muted ${lineLook}`}
    title={sid}
  >
    <span className="whitespace-pre">{words.destination(kind, '')}</span>
    <span className="max-w-full truncate">{shortenMiddle(sid, sidLength)}</span>
  </bdi>
);

/**
 * An address in one line, the whole address on hover. The host is whole, and what fits of the end of
 * the path follows: `contact.example.org…/answer`. From right to left, an ellipsis stands at the
 * left, and no letter is cut.
 */
function AddressCell({ url, host, rest }: Extract<Destination, { kind: 'url' }>) {
  const [, path = '', query = ''] = /^([^?]*)(.*)$/.exec(rest) ?? [];
  return (
    <bdi translate="no" className={`flex-wrap content-start ${lineLook}`} title={url}>
      <span className="max-w-full truncate">{host}</span>
      {path !== '' && (
        <span dir="rtl" className="max-w-max grow basis-[2.8em] truncate text-muted">
          <bdi dir="ltr">{path}</bdi>
        </span>
      )}
      {query !== '' && <span className="whitespace-nowrap text-muted">{query}</span>}
    </bdi>
  );
}

/** A destination in one line. */
export function DestinationCell({ to }: { to: Destination }) {
  switch (to.kind) {
    case 'url':
      return <AddressCell {...to} />;
    case 'application':
    case 'endpoint':
      return <SidCell kind={words.kinds[to.kind]} sid={to.sid} />;
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
