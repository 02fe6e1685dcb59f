import { rules } from '#checks/rules.ts';
import { checkLevels } from '#contract/checks-report.ts';
import * as words from '../../words/checks.ts';
import { loadedRowsOnly } from '../../words/filters.ts';
import type { Address } from '../address.ts';
import { setAddress } from '../address-bar.ts';
import { Facet } from '../filters/Facet.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import { isComplete } from '../scope.ts';
import { AcceptedFile } from './AcceptedFile.tsx';
import { checkLabel } from './check-label.ts';
import { useChecks } from './checks-store.tsx';
import { LevelMark } from './LevelMark.tsx';
import { acceptedCheck, isLevel } from './rule-bits.ts';
import { useChecksRun } from './useChecksRun.ts';
import { useFindingCounts } from './useFindingCounts.ts';

const levelOfRule = new Map(rules.map(({ id, level }) => [id, level]));
const levelOf = (check: string) =>
  isLevel(check) ? check : (levelOfRule.get(check) ?? acceptedCheck);

interface ChecksFacetsProps {
  address: Address;
  list: NumberList;
}

/** What the checks found, by level and by rule; one of them can be chosen as a filter. */
export function ChecksFacets({ address, list }: ChecksFacetsProps) {
  const { check } = address;
  useChecksRun(list, check);
  const { isRunning, checked } = useChecks();
  const counts = useFindingCounts(list, address);
  const isBehind = isRunning || checked?.set !== list.set;
  const facetValue = (value: string) => ({ value, count: counts.get(value) ?? 0 });
  const isWorthShowing = (value: string) => value === check || (counts.get(value) ?? 0) > 0;
  const facet = {
    note: isBehind ? words.checking : isComplete(list.scope) ? null : loadedRowsOnly,
    selected: check === null ? [] : [check],
    onToggle: (value: string) =>
      setAddress({ check: value === check ? null : value }, { history: 'push' }),
    render: (value: string) => (
      <>
        <LevelMark level={levelOf(value)} />
        <span className="py-1 leading-4">{checkLabel(value)}</span>
      </>
    ),
  };
  const found = rules.map(({ id }) => id).filter(isWorthShowing);
  return (
    <>
      <Facet
        {...facet}
        label={words.checks}
        values={[...checkLevels, ...[acceptedCheck].filter(isWorthShowing)].map(facetValue)}
      />
      {found.length > 0 && <Facet {...facet} label={words.byRule} values={found.map(facetValue)} />}
      <AcceptedFile />
    </>
  );
}
