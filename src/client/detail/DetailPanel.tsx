import { ArrowLeft, ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import type { Elements } from '#jsx/jsx-runtime';
import { useAddress } from '../address/address-bar.ts';
import { Findings } from '../checks/Findings.tsx';
import { copiedNumber } from '../fields/copied-number.ts';
import { rowCountry } from '../fields/country-name.ts';
import { typeLabel } from '../fields/type-label.ts';
import { findingKeys } from '../findings/useFindingKeys.ts';
import type { FindingSteps } from '../findings/useFindingSteps.ts';
import { formatDay } from '../lib/format.ts';
import { runShortcut } from '../lib/shortcut.ts';
import { useSession } from '../list/session-query.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Flag } from '../ui/Flag.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { onUsePart } from '../ui/on-use-part.tsx';
import { useIsPhone, useMediaQuery } from '../ui/screen.ts';
import { useInertOutside } from '../ui/useInertOutside.ts';
import * as words from '../words/detail.ts';
import { DetailFields } from './DetailFields.tsx';
import { DockEdge } from './DockEdge.tsx';
import { detailKeys } from './detail-keys.ts';
import type { KeptHistoryProps } from './KeptHistory.tsx';
import { PhoneSteps, useSwipe } from './PhoneSteps.tsx';

const KeptHistory = onUsePart<KeptHistoryProps & { onClose: () => void }>(
  async () => (await import('./KeptHistory.tsx')).KeptHistory,
);

/** Without its code that section is left out; the page has said so. */
const nothing = () => {};

interface DetailPanelProps {
  /** The number; null while it is loading or if there is none. */
  row: RentedNumber | null;
  children: Elements;
  /** Whether the list that the number was compared with is complete. */
  isWhole: boolean;
  /** The moment of the details, in words; null for now. */
  asOf: string | null;
  /** The fate of the number between two compared days. */
  standing: Elements;
  /** The way to other numbers with findings; null where numbers are not checked. */
  steps: FindingSteps | null;
  /** Opens the previous row; null at the first row. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onClose: () => void;
}

/**
 * One number in full: docked beside the table in a wide window, over the table in a narrower one, and
 * the whole page on a phone.
 */
export function DetailPanel({
  row,
  children,
  isWhole,
  asOf,
  standing,
  steps,
  onPrevious,
  onNext,
  onClose,
}: DetailPanelProps) {
  const { account } = useAddress();
  const hasHistory = useSession().data?.has_history === true;
  const panel = useRef<HTMLElement>(null);
  const isWholePage = useMediaQuery('(width < 900px)');
  const isDocked = useMediaQuery('(width >= 1200px)');
  useEffect(() => panel.current?.focus(), []);
  useInertOutside(panel, isWholePage);
  const isPhone = useIsPhone();
  const content = useRef<HTMLDivElement>(null);
  useSwipe(content, isPhone, { moved: panel, onPrevious, onNext });

  function onKeyDown(event: KeyboardEvent) {
    runShortcut(detailKeys, event, {
      previous: () => onPrevious?.(),
      next: () => onNext?.(),
      close: onClose,
    });
    runShortcut(findingKeys, event, {
      next: () => steps?.step(1),
      previous: () => steps?.step(-1),
    });
  }

  return (
    <>
      {isDocked && <DockEdge onKeyDown={onKeyDown} />}
      <aside
        ref={panel}
        id="details"
        tabIndex={-1}
        aria-labelledby="detail-title"
        onKeyDown={onKeyDown}
        className="fixed inset-0 z-30 flex flex-col pt-[env(safe-area-inset-top)] overflow-hidden bg-page shadow-panel outline-none min-[900px]:absolute min-[900px]:left-auto min-[900px]:w-(--covered) min-[1200px]:static min-[1200px]:z-auto min-[1200px]:w-(--dock-width) min-[1200px]:shrink-0 min-[1200px]:shadow-none"
      >
        <header className="flex flex-wrap items-start justify-end gap-x-2 px-5 pt-4 pb-1 phone:flex-nowrap phone:items-center phone:gap-1 phone:px-1 phone:pt-1 phone:pb-0">
          {isPhone && (
            <IconButton label={words.back} onClick={onClose}>
              <ArrowLeft aria-hidden size={20} />
            </IconButton>
          )}
          {/* Where the whole number has no room beside the buttons, they have a line of their own. */}
          <div className="flex max-w-full min-w-0 flex-auto items-center gap-2 text-lg phone:flex-1">
            {row && <Flag code={row.country_code} />}
            <h2
              id="detail-title"
              translate={row ? 'no' : 'yes'}
              title={row?.number_display}
              className={row ? 'truncate font-mono' : undefined}
            >
              {row ? row.number_display : words.details}
            </h2>
            {row && <CopyButton text={copiedNumber(row)} what={copiedNumber(row)} />}
          </div>
          {!isPhone && (
            <span className="flex gap-2">
              <IconButton
                label={words.previous}
                aria-disabled={!onPrevious}
                onClick={() => onPrevious?.()}
              >
                <ChevronUp aria-hidden size={17} />
              </IconButton>
              <IconButton label={words.next} aria-disabled={!onNext} onClick={() => onNext?.()}>
                <ChevronDown aria-hidden size={17} />
              </IconButton>
              <IconButton label={words.close} onClick={onClose}>
                <X aria-hidden size={17} />
              </IconButton>
            </span>
          )}
        </header>
        {row && (
          <p className="px-5 pb-3 text-muted">
            {words.summary(
              rowCountry(row),
              typeLabel(row.type),
              row.created && formatDay(row.created),
            )}
          </p>
        )}
        {standing && <p className="px-5 pb-1 font-semibold">{standing}</p>}
        {row && asOf !== null && (
          <p className="px-5 pb-3 font-medium text-warn first-letter:uppercase">{asOf}</p>
        )}
        <div
          ref={content}
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none phone:touch-pan-y"
        >
          {row && steps && <Findings row={row} isWhole={isWhole} steps={steps} />}
          {row ? <DetailFields row={row} /> : children}
          {row && hasHistory && <KeptHistory account={account} row={row} onClose={nothing} />}
        </div>
        {isPhone && <PhoneSteps onPrevious={onPrevious} onNext={onNext} />}
      </aside>
    </>
  );
}
