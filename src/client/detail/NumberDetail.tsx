import { useEffect, useEffectEvent } from 'react';
import { offerFindingWalk } from '../findings/useFindingKeys.ts';
import { useFindingSteps } from '../findings/useFindingSteps.ts';
import { ApiError } from '../lib/api-error.ts';
import { failureWords } from '../list/failure-words.ts';
import { asOfWords, momentWords } from '../list/kept-words.ts';
import { isComplete, isPast, type Scope } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { RetryButton } from '../status/RetryButton.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/detail.ts';
import * as kept from '../words/kept.ts';
import { DetailPanel } from './DetailPanel.tsx';
import { useOpenRow } from './useOpenRow.ts';

interface NumberDetailProps {
  list: NumberList;
  /** The key of the row in the address bar, and its index among the shown rows or -1. */
  open: string;
  index: number;
  onClose: () => void;
}

/** The details of the open row, whether it is among the shown rows or not. */
export function NumberDetail({ list, open: key, index, onClose }: NumberDetailProps) {
  const open = useOpenRow(list, key, index);
  const steps = useFindingSteps(list, open.at, (to) => {
    open.goTo(to);
    const row = list.shown.at(to);
    // The focus stays on the button.
    if (row) announce(words.opened(row.number_display, list.marks?.textOf(row.number_sid) ?? ''));
  });
  const walk = useEffectEvent(steps.step);
  useEffect(() => offerFindingWalk('details', (by) => walk(by)), []);
  return (
    <DetailPanel
      row={open.row}
      isWhole={isComplete(list.scope)}
      asOf={
        list.compared ? open.row && list.compared.asOf(open.row.number_sid) : asOfWords(list.scope)
      }
      standing={open.row && list.compared?.standingOf(open.row.number_sid)}
      steps={list.compared ? null : steps}
      onPrevious={open.goPrevious}
      onNext={open.goNext}
      onClose={onClose}
    >
      <div className="grid justify-items-start gap-3 px-5 py-2">
        <Absent open={open} scope={list.scope} />
      </div>
    </DetailPanel>
  );
}

interface AbsentProps {
  open: ReturnType<typeof useOpenRow>;
  scope: Scope;
}

function Absent({ open, scope }: AbsentProps) {
  if (open.error instanceof ApiError) {
    const { title, detail } = failureWords(open.error);
    return (
      <div role="alert" className="grid justify-items-start gap-2">
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{detail}</p>
        <RetryButton error={open.error} onRetry={() => void open.retry()} />
      </div>
    );
  }
  if (open.isPending) {
    return [70, 50, 60].map((width) => (
      <span key={width} aria-hidden className="skeleton h-3" style={{ width: `${width}%` }} />
    ));
  }
  if (isPast(scope)) {
    const words =
      scope.status === 'complete'
        ? kept.notInSnapshot(momentWords(scope.at))
        : kept.notInThisSnapshot;
    return <p className="text-muted">{words}</p>;
  }
  if (!open.wasAskedFor) {
    return (
      <>
        <p className="text-muted">{words.notAmongShown}</p>
        {open.loadMore && <Button onClick={open.loadMore}>{common.loadTheNext}</Button>}
      </>
    );
  }
  return <p className="text-muted">{words.notListed}</p>;
}
