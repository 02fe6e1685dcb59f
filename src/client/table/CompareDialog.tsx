import { useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import { formatCount } from '../lib/format.ts';
import { ofKept } from '../list/kept-words.ts';
import type { Scope } from '../list/scope.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import * as common from '../words/common.ts';
import { comparedText, compareNumbers } from './compare-numbers.ts';
import { comparison as words } from './words.ts';

interface CompareDialogProps {
  rows: readonly RentedNumber[];
  /** The list that has the rows. */
  scope: Scope;
  onClose: () => void;
}

/** Two to four numbers side by side, field by field, with what differs marked. */
export function CompareDialog({ rows, scope, onClose }: CompareDialogProps) {
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const groups = compareNumbers(rows);
  const differences = groups.flatMap(({ fields }) => fields.filter((field) => field.isDifferent));
  const isSeen = ({ isDifferent }: { isDifferent: boolean }) => isDifferent || !onlyDifferences;

  return (
    <Dialog
      title={ofKept(scope, words.title(formatCount(rows.length)))}
      onClose={onClose}
      className="mt-4 w-[min(72rem,100%)]"
    >
      {() => (
        <div className="px-5 pb-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-2 max-sm:text-xs">
            <span className="text-muted">{words.differences(differences.length)}</span>
            <label className="flex items-center gap-2">
              <input
                type="checkbox"
                className="accent-accent"
                checked={onlyDifferences}
                onChange={() => setOnlyDifferences(!onlyDifferences)}
              />
              <span>{words.onlyDifferences}</span>
            </label>
            <CopyButton
              text={comparedText(rows, groups)}
              what={words.theComparison}
              says={words.theComparison}
            />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <section aria-label={words.comparison} tabIndex={0} className="overflow-x-auto">
            <table className="w-full border-collapse text-left">
              <thead>
                <tr className="border-b border-line">
                  <th
                    scope="col"
                    className="sticky left-0 bg-raised py-1.5 pr-2 font-medium text-muted"
                  >
                    {words.field}
                  </th>
                  {rows.map((row) => (
                    <th
                      key={row.number_sid}
                      scope="col"
                      translate="no"
                      className="px-3 py-1.5 font-mono font-medium whitespace-nowrap"
                    >
                      {row.number_display}
                    </th>
                  ))}
                </tr>
              </thead>
              {groups
                .filter(({ fields }) => fields.some(isSeen))
                .map(({ title, fields }) => (
                  <tbody key={title}>
                    <tr>
                      <th
                        scope="rowgroup"
                        colSpan={rows.length + 1}
                        className="pt-3 pb-1 font-semibold"
                      >
                        <span className="sticky left-0">{title}</span>
                      </th>
                    </tr>
                    {fields.filter(isSeen).map(({ label, texts, isDifferent }) => (
                      <tr
                        key={label}
                        className={`border-t border-line align-top ${isDifferent ? 'bg-accent-soft' : ''}`}
                      >
                        <th
                          scope="row"
                          className={`sticky left-0 w-36 min-w-28 py-1 pr-2 font-normal text-muted ${isDifferent ? 'bg-accent-soft' : 'bg-raised'}`}
                        >
                          {isDifferent && (
                            <>
                              <span aria-hidden className="font-semibold text-accent">
                                {'≠ '}
                              </span>
                              <span className="sr-only">{words.differsIn}</span>
                            </>
                          )}
                          <span>{label}</span>
                        </th>
                        {texts.map((text, at) => (
                          <td
                            key={rows[at]?.number_sid}
                            className="min-w-36 px-3 py-1 wrap-anywhere"
                          >
                            {text === null ? (
                              <span className="text-muted">{common.notSet}</span>
                            ) : (
                              <bdi translate="no">{text}</bdi>
                            )}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                ))}
            </table>
          </section>
        </div>
      )}
    </Dialog>
  );
}
