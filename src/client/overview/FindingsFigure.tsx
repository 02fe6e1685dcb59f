import { checkLevels } from '#contract/checks-report.ts';
import type { Address } from '../address/address.ts';
import { checkLabel } from '../fields/check-label.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { EndOfFindings, FindingStepper } from '../findings/FindingStepper.tsx';
import { LevelMark } from '../findings/LevelMark.tsx';
import { useFindingCounts } from '../findings/useFindingCounts.ts';
import { useFindingKeys } from '../findings/useFindingKeys.ts';
import { useFindingSteps } from '../findings/useFindingSteps.ts';
import { formatClock } from '../lib/format.ts';
import { areUnchecked } from '../list/check-marks.ts';
import type { NumberList } from '../list/useNumberList.ts';
import * as checks from '../words/checks.ts';
import { type Bar, Bars } from './Bars.tsx';
import { Figure } from './Figure.tsx';
import { figureWords } from './figure-words.ts';
import { ruleCounts, sinceRefreshWords } from './finding-figures.ts';
import * as text from './words.ts';

export interface Opening {
  index: number;
  openRow: (index: number) => void;
}

interface FindingsFigureProps {
  address: Address;
  list: NumberList;
  opening: Opening;
  /** Called with a level or a rule. */
  onChoose: (check: string) => void;
}

/** The open findings by level and by rule, what the last refresh changed, and the way to each. */
export function FindingsFigure({ address, list, opening, onChoose }: FindingsFigureProps) {
  const { acceptances, changes } = useChecks();
  const { counts, rows } = useFindingCounts(list, address);
  const steps = useFindingSteps(list, opening.index, opening.openRow);
  useFindingKeys(steps.step);
  const found = ruleCounts(counts, changes, acceptances, address.check);
  const isChecking = areUnchecked(list);

  const bar = (key: string, level: (typeof checkLevels)[number], rest: Partial<Bar>): Bar => ({
    key,
    name: checkLabel(key),
    label: (
      <>
        <LevelMark level={level} />
        <span className="truncate">{checkLabel(key)}</span>
      </>
    ),
    count: counts.get(key) ?? 0,
    isChosen: key === address.check,
    ...rest,
  });

  // No rule is found in more numbers than its level, so one scale serves both lists.
  const full = Math.max(1, ...checkLevels.map((level) => counts.get(level) ?? 0));
  const ruleBars = found.map(({ id, level, note }) => bar(id, level, { note }));
  return (
    <Figure
      id="numbers-by-finding"
      title={text.findings}
      words={
        <>
          <p>{isChecking ? checks.checking : figureWords(list.scope, rows)}</p>
          {changes && (
            <p className="text-ink">
              {text.sinceRefresh(formatClock(changes.at), sinceRefreshWords(found))}
            </p>
          )}
        </>
      }
      className="xl:col-span-2"
      table={{
        headers: [
          text.headers.finding,
          text.headers.level,
          text.headers.numbers,
          ...(changes ? [text.headers.added, text.headers.gone] : []),
        ],
        rows: found.map(({ id, level, count, added, gone }) => [
          checkLabel(id),
          checks.levels[level],
          count,
          ...(changes ? [added, gone] : []),
        ]),
      }}
      picture={{ kind: 'bars', bars: ruleBars, total: rows }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 min-[1100px]:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="grid content-start gap-3">
          <Bars
            label={text.byLevel}
            bars={checkLevels.map((level) => bar(level, level, {}))}
            total={rows}
            full={full}
            onChoose={onChoose}
          />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <FindingStepper steps={steps} />
            <EndOfFindings steps={steps} />
          </div>
        </div>
        {found.length > 0 && (
          <Bars label={text.byRule} bars={ruleBars} total={rows} full={full} onChoose={onChoose} />
        )}
        {found.length === 0 && !isChecking && <p className="text-muted">{text.noFindings}</p>}
      </div>
    </Figure>
  );
}
