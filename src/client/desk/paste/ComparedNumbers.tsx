import { useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import { formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { usePasted } from './pasted-list.ts';
import * as words from './words.ts';

/** A number of a comparison as a line of it. */
export interface ComparedNumber {
  text: string;
  /** The row to open; null for a number without one. */
  row: RentedNumber | null;
  /** Our name; for a number without a row the name in the list. */
  name: string | null;
  /** The name in the list, and whether it is another one than ours. */
  listed: string | null;
  isOther: boolean;
}

/** The count that is shown at first; the copy and the export hold all. */
const shownFirst = 12;
const shownMore = 100;

interface ComparedNumbersProps {
  count: number;
  numberAt: (index: number) => ComparedNumber;
  onOpen: (row: RentedNumber) => void;
  /** Whether our name and the one in the list stand side by side. */
  isWithNames?: boolean;
}

/** The number itself: a button that opens its details, if it has any. */
function NumberText({ text, row, onOpen }: ComparedNumber & Pick<ComparedNumbersProps, 'onOpen'>) {
  const { opened } = usePasted();
  if (row === null) return <span className="shrink-0 font-mono">{text}</span>;
  return (
    <button
      type="button"
      data-opened={row.number_sid === opened}
      onClick={() => onOpen(row)}
      className="shrink-0 font-mono text-accent underline-offset-2 hover:underline pointer-coarse:min-h-9"
    >
      {text}
    </button>
  );
}

/** A part's numbers: the first of them, and more on demand. */
export function ComparedNumbers({ count, numberAt, onOpen, isWithNames }: ComparedNumbersProps) {
  const { opened } = usePasted();
  const [most, setMost] = useState(() => {
    // A person who comes back finds the number that was opened.
    for (let at = 0; at < count; at += 1) {
      if (opened !== null && numberAt(at).row?.number_sid === opened)
        return Math.max(shownFirst, at + 1);
    }
    return shownFirst;
  });
  const shown = Array.from({ length: Math.min(count, most) }, (_, index) => numberAt(index));
  const left = count - shown.length;
  return (
    <>
      {isWithNames ? (
        <table className="w-full table-fixed text-left">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="w-38 py-1 font-normal sm:w-44">
                {words.number}
              </th>
              <th scope="col" className="py-1 font-normal">
                {words.name}
              </th>
              <th scope="col" className="py-1 font-normal">
                {words.nameInList}
              </th>
            </tr>
          </thead>
          <tbody translate="no">
            {shown.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a number can be rented twice; its place is all it has.
              <tr key={at} className={one.isOther ? 'bg-accent-soft' : undefined}>
                <th scope="row" className="py-0.5 align-top font-normal">
                  <NumberText {...one} onOpen={onOpen} />
                </th>
                <td className="py-0.5 pr-3 align-top wrap-anywhere sm:truncate">
                  <bdi title={one.name ?? undefined}>{one.name}</bdi>
                </td>
                <td className="py-0.5 align-top wrap-anywhere sm:truncate">
                  {one.isOther && (
                    <>
                      <span aria-hidden className="font-semibold text-accent">
                        {'≠ '}
                      </span>
                      <span className="sr-only">{words.differs}</span>
                    </>
                  )}
                  <bdi title={one.listed ?? undefined}>{one.listed}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul>
          {shown.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a number can be rented twice; its place is all it has.
            <li key={at} translate="no" className="flex gap-2 leading-6">
              <NumberText {...one} onOpen={onOpen} />
              {one.name && (
                <bdi className="truncate text-muted" title={one.name}>
                  {one.name}
                </bdi>
              )}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 text-muted">
          <span>{words.moreInFile(formatCount(left))}</span>
          <Button onClick={() => setMost(most + shownMore)} className="h-6 px-2 text-xs">
            {words.showMore(formatCount(Math.min(left, shownMore)))}
          </Button>
        </p>
      )}
    </>
  );
}
