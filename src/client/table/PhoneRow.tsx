import { memo } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { rowCountry } from '../fields/country-name.ts';
import { typeLabel } from '../fields/type-label.ts';
import { formatDay } from '../lib/format.ts';
import { Flag } from '../ui/Flag.tsx';
import * as words from '../words/table.ts';
import { type BodyRowProps, isSameRow, quietGround, RowBox, RowMarkSign } from './BodyRow.tsx';

/** `Voice + SMS`, `SMS`, or that there is neither. */
const capabilityWords = ({ voice, messaging }: RentedNumber) =>
  [voice && words.voice, messaging && words.sms].filter(Boolean).join(words.and) || words.neither;

/** Over the start of both lines, where the box of a row that is being selected comes. */
const countryLook =
  'absolute inset-y-0 left-0 grid w-13 place-items-center outline-offset-[-3px] in-data-selecting:invisible [&>img]:h-4.5 [&>img]:w-6.75 [&>svg]:size-6';

function PhoneRowContent({ row, index, top, activeColumn, ...rest }: BodyRowProps) {
  const { isOpen, isSelected, signs } = rest;
  const number = row.original;
  const quiet = quietGround(signs.change, 'bg-page active:bg-hover pointer-fine:hover:bg-hover');
  const besideLine = signs.line ? 'sr-only' : 'shrink-0';
  const cell = (column: ColumnId) => ({
    role: column === 'number' ? 'rowheader' : 'gridcell',
    'data-row': index,
    'data-column': column,
    tabIndex: activeColumn === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isOpen}
      data-mark={signs.change}
      className={`isolate grid h-(--row-height) grid-cols-[3.25rem_minmax(0,1fr)] content-center gap-y-0.5 border-b border-line pr-4 ${top === undefined ? 'relative' : 'absolute inset-x-0'} ${isOpen || isSelected ? 'bg-selected' : quiet}`}
      style={{ top }}
    >
      <div className="col-start-2 flex min-w-0 items-center justify-between gap-3">
        {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a row header does; the box would say the number once more. */}
        <div
          {...cell('number')}
          aria-labelledby={`m${row.id} ${row.id}`}
          className="shrink-0 outline-offset-2"
        >
          {signs.sign || <RowMarkSign id={row.id} change={signs.change} />}
          <RowBox
            number={number}
            isSelected={isSelected}
            className="absolute inset-y-0 left-4 my-auto"
          />
          <bdi
            id={row.id}
            translate="no"
            className="font-mono text-[0.9375rem] leading-5 max-[359px]:text-sm"
          >
            {number.number_display}
          </bdi>
        </div>
        <div {...cell('country')} className={countryLook}>
          <Flag code={number.country_code} />
          <span className="sr-only">{rowCountry(number)}</span>
        </div>
        <div {...cell('finding')} className="flex min-w-0 text-2xs outline-offset-2">
          {signs.cell}
        </div>
      </div>
      <div className="col-start-2 flex min-w-0 justify-between gap-3 text-xs leading-4.5 text-muted">
        <div data-line className="flex min-w-0 whitespace-pre">
          <div {...cell('name')} className="min-w-0 truncate">
            {signs.line || (number.name && <bdi translate="no">{number.name}</bdi>)}
          </div>
          <div {...cell('type')} className={besideLine}>
            {typeLabel(number.type)}
          </div>
          <div {...cell('capabilities')} className={besideLine}>
            {capabilityWords(number)}
          </div>
        </div>
        <div {...cell('created')} className={`${besideLine} max-[359px]:sr-only`}>
          {number.created && (
            <time translate="no" dir="auto" dateTime={number.created}>
              {formatDay(number.created)}
            </time>
          )}
        </div>
      </div>
    </div>
  );
}

/** One number on a phone: a row of the same grid in two lines. */
export const PhoneRow = memo(PhoneRowContent, isSameRow);
