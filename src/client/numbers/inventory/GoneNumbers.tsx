import type { RentedNumber } from '#contract/number.ts';
import { formatCount } from '../../lib/format.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';

const mostListed = 200;

/** The numbers that a second look no longer found. */
export function GoneNumbers({ rows }: { rows: readonly RentedNumber[] }) {
  return (
    <div className="w-64 p-1.5">
      <p className="flex items-center justify-between pb-1 font-semibold">
        No longer listed
        <CopyButton
          text={rows.map(({ number }) => number).join('\n')}
          what="the numbers gone"
          says={`${formatCount(rows.length)} numbers`}
        />
      </p>
      <ul className="font-mono text-xs leading-6">
        {rows.slice(0, mostListed).map(({ number_sid, number_display }) => (
          <li key={number_sid}>{number_display}</li>
        ))}
      </ul>
      {rows.length > mostListed && (
        <p className="pt-1 text-xs text-muted">
          and {formatCount(rows.length - mostListed)} more; Copy takes every one
        </p>
      )}
    </div>
  );
}
