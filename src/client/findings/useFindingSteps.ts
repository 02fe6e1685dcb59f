import { useEffect, useEffectEvent, useState } from 'react';
import { areUnchecked } from '../list/check-marks.ts';
import { type ListAction, listActions } from '../list/list-actions.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { announce } from '../ui/announce.ts';
import * as common from '../words/common.ts';
import { useChecks } from './checks-store.tsx';
import { endOfFindings, stepToFinding } from './open-findings.ts';

/** Called with `isLate` for a finding that came some time after it was asked for. */
type Go = (index: number, isLate: boolean) => void;

/** To the next finding, or to the previous one. */
export type Step = 1 | -1;

type More = Pick<ListAction, 'label' | 'run'>;

/** The way to further rows, if there may be some and none are on their way. */
function moreOf(list: NumberList): More | null {
  const { status } = list.scope;
  if (status === 'stopped') return { label: common.tryAgain, run: list.loadMore };
  return status === 'partial' || status === 'paused' ? listActions(list).main : null;
}

interface Asked {
  by: Step;
  /** Where the reader was: at the number with this SID, wherever it stands by now. */
  place: string;
  /** Whether further rows or checks are awaited, to go on as soon as they bring a finding. */
  isAwaiting: boolean;
}

/**
 * Goes from one shown row with an open finding to the next or the previous one.
 *
 * @param at the index to go from; see `stepToFinding`.
 */
export function useFindingSteps(list: NumberList, at: number, go: Go) {
  const { shown, set, scope } = list;
  const { checked, open } = useChecks();
  const [asked, setAsked] = useState<Asked | null>(null);

  const find = (by: Step) =>
    checked?.set === set ? stepToFinding(shown.positions(), open, at, by) : -1;
  const place = shown.at(at)?.number_sid ?? String(at);
  const unanswered = asked?.place === place ? asked : null;
  const found = unanswered === null ? -1 : find(unanswered.by);

  const goOn = useEffectEvent((index: number) => {
    setAsked(null);
    if (unanswered?.isAwaiting) go(index, true);
  });
  useEffect(() => {
    if (found >= 0) goOn(found);
  }, [found]);

  function step(by: Step) {
    const index = find(by);
    if (index >= 0) {
      setAsked(null);
      go(index, false);
      return;
    }
    setAsked({ by, place, isAwaiting: scope.status === 'walking' || areUnchecked(list) });
    announce(endOfFindings(list, by));
  }

  const isEnd = unanswered !== null && found < 0;
  // Unsorted, further rows come behind those that are loaded.
  const more = isEnd && unanswered.by === 1 ? moreOf(list) : null;
  return {
    step,
    /** That there is no further finding, and the way to more rows. */
    end: isEnd
      ? {
          said: endOfFindings(list, unanswered.by),
          more: more && {
            label: more.label,
            run() {
              setAsked({ ...unanswered, isAwaiting: true });
              more.run();
            },
          },
        }
      : null,
    dismiss: () => setAsked(null),
  };
}

export type FindingSteps = ReturnType<typeof useFindingSteps>;
