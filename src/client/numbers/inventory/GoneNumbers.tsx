import type { RentedNumber } from '#contract/number.ts';
import { formatCount } from '../../lib/format.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import * as common from '../../words/common.ts';
import * as words from '../../words/list.ts';

const mostListed = 200;

/** The numbers that a second look no longer found. */
export function GoneNumbers({ rows }: { rows: readonly RentedNumber[] }) {
  return (
    <div className="w-64 p-1.5">
      <p className="flex items-center justify-between pb-1 font-semibold">
        {words.noLongerListed}
        <CopyButton
          text={rows.map(({ number }) => number).join('\n')}
          what={words.theNumbersGone}
          says={common.numbers(rows.length)}
        />
      </p>
      <ul className="font-mono text-xs leading-6">
        {rows.slice(0, mostListed).map(({ number_sid, number_display }) => (
          <li key={number_sid}>{number_display}</li>
        ))}
      </ul>
      {rows.length > mostListed && (
        <p className="pt-1 text-xs text-muted">
          {words.moreGone(formatCount(rows.length - mostListed))}
        </p>
      )}
    </div>
  );
}
