import type { RentedNumber } from '#contract/number.ts';
import { copiedNumber } from '../fields/copied-number.ts';
import { formatCount } from '../lib/format.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/list.ts';

const mostListed = 200;

interface ChangedNumbersProps {
  title: string;
  rows: readonly RentedNumber[];
  /** Opens one of them; left out where none is there any more. */
  onOpen?: (row: RentedNumber) => void;
}

/** Numbers that a refresh found added, gone or changed. */
export function ChangedNumbers({ title, rows, onOpen }: ChangedNumbersProps) {
  return (
    <div className="w-64 p-1.5">
      <p className="flex items-center justify-between pb-1 font-semibold">
        <span>{title}</span>
        <CopyButton
          text={rows.map(copiedNumber).join('\n')}
          what={words.theseNumbers}
          says={common.numbers(rows.length)}
        />
      </p>
      <ul translate="no" className="font-mono text-xs leading-6">
        {rows.slice(0, mostListed).map((row) => (
          <li key={row.number_sid}>
            {onOpen ? (
              <button
                type="button"
                onClick={() => onOpen(row)}
                className="underline-offset-2 hover:underline"
              >
                {row.number_display}
              </button>
            ) : (
              row.number_display
            )}
          </li>
        ))}
      </ul>
      {rows.length > mostListed && (
        <p className="pt-1 text-xs text-muted">
          {words.moreListed(formatCount(rows.length - mostListed))}
        </p>
      )}
    </div>
  );
}
