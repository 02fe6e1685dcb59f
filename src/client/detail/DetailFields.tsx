import { CircleQuestionMark, ListFilter } from 'lucide-react';
import type { RentedNumber } from '#contract/number.ts';
import { setAddress, useAddress } from '../address/address-bar.ts';
import { type Narrowing, narrowings, narrowingWords } from '../address/narrowing.ts';
import { type DetailField, detailGroups } from '../fields/detail-groups.ts';
import { useSession } from '../list/session-query.ts';
import { breakable } from '../ui/breakable.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/detail.ts';
import { changeDetailTaste, keepDetailTaste, useDetailTaste } from './detail-taste.ts';
import { TokenReveal } from './TokenReveal.tsx';

interface NarrowButtonProps {
  narrowing: Narrowing;
  /** The field of the API. */
  name: keyof RentedNumber;
}

/** Shows only numbers with the same value and closes the details. Back undoes both. */
const NarrowButton = ({ narrowing, name }: NarrowButtonProps) => (
  <IconButton
    label={narrowingWords(narrowing, name)}
    onClick={() => setAddress({ ...narrowing, open: null }, { history: 'push' })}
    className="-my-1 finger:my-0 phone:-my-3!"
  >
    <ListFilter aria-hidden size={13} />
  </IconButton>
);

interface ValueProps extends DetailField {
  narrowing: Narrowing | undefined;
}

function Value({ name, label, text, remark, isCode, narrowing }: ValueProps) {
  if (text === null) {
    return (
      <span className="text-muted">{remark ? `${common.notSet} ${remark}` : common.notSet}</span>
    );
  }
  return (
    <>
      <span className="flex min-w-0 items-start gap-1 finger:items-center finger:gap-0">
        <bdi
          translate="no"
          className={isCode ? 'font-mono text-xs leading-5 wrap-anywhere' : 'wrap-anywhere'}
        >
          {isCode ? breakable(text) : text}
        </bdi>
        {(isCode || narrowing?.q) && (
          <CopyButton text={text} what={label} className="-my-0.5 finger:my-0 phone:-my-3!" />
        )}
        {narrowing && <NarrowButton narrowing={narrowing} name={name} />}
      </span>
      {remark && (
        <span translate="no" className="text-xs text-muted">
          {remark}
        </span>
      )}
    </>
  );
}

/** Shows what each field means, or hides it; once for all fields, and remembered. */
function ExplainButton({ isExplained }: { isExplained: boolean }) {
  return (
    <IconButton
      label={words.explain}
      aria-expanded={isExplained}
      onClick={() => {
        changeDetailTaste({ isExplained: !isExplained });
        keepDetailTaste();
      }}
      className="-my-1 finger:-my-3 aria-expanded:text-accent"
    >
      <CircleQuestionMark aria-hidden size={16} />
    </IconButton>
  );
}

export function DetailFields({ row }: { row: RentedNumber }) {
  const { data: session } = useSession();
  const { show, snapshot } = useAddress();
  // Apifonica gives the token of now, which is none of a snapshot.
  const isPast = snapshot !== null || show === 'history';
  const canReveal = row.has_token && session?.can_reveal_tokens === true && !isPast;
  const { isExplained } = useDetailTaste();
  const narrowing = narrowings(row);
  return detailGroups(row).map(({ title, fields }, at) => (
    <section key={title} aria-label={title} className="border-t border-line px-5 py-4">
      <div className="flex items-center justify-between pb-1.5">
        <h3 className="font-semibold">{title}</h3>
        {at === 0 && <ExplainButton isExplained={isExplained} />}
      </div>
      <dl className="grid grid-cols-[7rem_1fr] gap-x-4 phone:block">
        {fields.map((field) => (
          <div
            key={field.label}
            className="col-span-2 grid grid-cols-subgrid py-1 finger:items-baseline phone:block phone:py-1.5"
          >
            <dt className="text-muted" title={field.meaning}>
              {field.label}
            </dt>
            <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              {field.isToken && canReveal ? (
                <TokenReveal key={row.number_sid} row={row} />
              ) : (
                <Value {...field} narrowing={narrowing[field.name]} />
              )}
              {isExplained && <span className="w-full text-2xs text-muted">{field.meaning}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
