import type { RentedNumber } from '#contract/number.ts';
import type { Elements } from '#jsx/jsx-runtime';
import { type ColumnId, columnLabel } from '../fields/columns.ts';
import { copiedNumber } from '../fields/copied-number.ts';
import { rowCountry } from '../fields/country-name.ts';
import { messageDestination, voiceDestination } from '../fields/destination.ts';
import { typeLabel } from '../fields/type-label.ts';
import { formatDay, formatMoment, formatOriginal } from '../lib/format.ts';
import { Flag } from '../ui/Flag.tsx';
import { Glyph } from '../ui/Glyph.tsx';
import * as copying from '../words/copy.ts';
import * as words from '../words/table.ts';
import { Capability } from './Capability.tsx';
import { DestinationCell } from './DestinationCell.tsx';

const text = (value: string | null) =>
  value && (
    <span translate="no" className="truncate">
      {value}
    </span>
  );

const code = (value: string | null) =>
  value && (
    <span translate="no" className="truncate font-mono text-xs" title={value}>
      {value}
    </span>
  );

const day = (iso: string) => (
  <time
    translate="no"
    dateTime={iso}
    title={words.dates(formatMoment(iso), formatOriginal(iso))}
    className="truncate text-xs text-muted"
  >
    {formatDay(iso)}
  </time>
);

export const columnHeader = (id: ColumnId) => <span className="truncate">{columnLabel(id)}</span>;

/** What each column shows of a row. */
export const cells: Record<ColumnId, (row: RentedNumber) => Elements> = {
  number: (row) => {
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
  },
  name: (row) =>
    row.name && (
      <bdi translate="no" className="truncate" title={row.name}>
        {row.name}
      </bdi>
    ),
  country: (row) => (
    <>
      <Flag code={row.country_code} />
      <span className="truncate" title={rowCountry(row)}>
        {rowCountry(row)}
      </span>
    </>
  ),
  type: (row) => <span className="truncate text-muted">{typeLabel(row.type)}</span>,
  capabilities: (row) => (
    <>
      <Capability word={words.voice} isOn={row.voice} />
      <Capability word={words.sms} isOn={row.messaging} />
    </>
  ),
  mode: (row) => code(row.mode),
  voice_to: (row) => <DestinationCell to={voiceDestination(row)} />,
  messages_to: (row) => <DestinationCell to={messageDestination(row)} />,
  created: (row) => row.created && day(row.created),
  updated: (row) => row.updated && day(row.updated),
  number_sid: (row) => code(row.number_sid),
  account_sid: (row) => code(row.account_sid),
  endpoint_sid: (row) => code(row.endpoint_sid),
  call_app_sid: (row) => code(row.call_app_sid),
  msg_app_sid: (row) => code(row.msg_app_sid),
  call_method: (row) => text(row.call_method),
  msg_method: (row) => text(row.msg_method),
  has_token: (row) => (row.has_token ? <span>{words.set}</span> : null),
};
