import { useMemo } from 'react';
import { rules } from '#checks/rules.ts';
import { checkLevels } from '#contract/checks-report.ts';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { checkLabel } from '../fields/check-label.ts';
import { acceptedCheck, bitsOf, isLevel } from '../fields/rule-bits.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { LevelMark } from '../findings/LevelMark.tsx';
import { useFindingCounts } from '../findings/useFindingCounts.ts';
import { keptNote } from '../list/kept-words.ts';
import { isComplete, type Scope } from '../list/scope.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Facet } from '../ui/Facet.tsx';
import type { FacetNote } from '../ui/FacetHeading.tsx';
import * as words from '../words/checks.ts';
import { loadedRowsOnly } from '../words/filters.ts';
import { AcceptedFile } from './AcceptedFile.tsx';

const levelOfRule = new Map(rules.map(({ id, level }) => [id, level]));
const levelOf = (check: string) =>
  isLevel(check) ? check : (levelOfRule.get(check) ?? acceptedCheck);

interface ChecksFacetsProps {
  address: Address;
  list: NumberList;
}

function noteOf(isBehind: boolean, scope: Scope): FacetNote | null {
  if (isBehind) return { text: words.checking, isRepeated: false };
  const text = isComplete(scope) ? keptNote(scope) : loadedRowsOnly;
  return text === null ? null : { text, isRepeated: true };
}

/** The findings by level and by rule. One level or rule can be chosen as a filter. */
export function ChecksFacets({ address, list }: ChecksFacetsProps) {
  const { check } = address;
  const { isRunning, checked, open } = useChecks();
  const { counts } = useFindingCounts(list, address);
  const isBehind = isRunning || checked?.set !== list.set;
  const facetValue = (value: string) => ({ value, count: counts.get(value) ?? 0 });
  const isWorthShowing = (value: string) => value === check || (counts.get(value) ?? 0) > 0;
  // The rules of all loaded rows stay while a search or a filter leaves some without a row.
  const inRows = useMemo(() => open.reduce((all, bits) => all | bits, 0), [open]);
  const facet = {
    note: noteOf(isBehind, list.scope),
    selected: check === null ? [] : [check],
    isSingle: true,
    onToggle: (value: string) =>
      setAddress({ check: value === check ? null : value }, { history: 'push' }),
    render: (value: string) => (
      <>
        <LevelMark level={levelOf(value)} />
        <span className="py-1 leading-4">{checkLabel(value)}</span>
      </>
    ),
  };
  const found = rules
    .map(({ id }) => id)
    .filter((id) => id === check || (bitsOf(id) & inRows) !== 0);
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
