import { CircleCheck } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { addAcceptances } from '#checks/change-acceptances.ts';
import { checkNumber } from '#checks/check-number.ts';
import { rules } from '#checks/rules.ts';
import type { RentedNumber } from '#contract/number.ts';
import { checkLabel } from '../fields/check-label.ts';
import { findingBits, ruleBit } from '../fields/rule-bits.ts';
import type { CheckedRows } from '../findings/checked-rows.ts';
import { checksStore, useChecks } from '../findings/checks-store.tsx';
import { countFindings, openFindings } from '../findings/open-findings.ts';
import type { RowSet } from '../list/row-set.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import { Popover } from '../ui/Popover.tsx';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/checks.ts';
import * as common from '../words/common.ts';
import { AcceptSelectionForm, type RuleCount } from './AcceptForms.tsx';

type Selected = Pick<SelectedRows, 'set' | 'positions' | 'length' | 'elsewhere'>;

/** The selected rows that the loaded list does not have: the last ones of their set. */
export const rowsElsewhere = ({ set, length, elsewhere }: Selected): readonly RentedNumber[] =>
  elsewhere === 0 ? [] : set.rows.slice(length - elsewhere, length);

interface SelectedFindings {
  set: RowSet;
  /** The rules that found something in each row of the set, by its position. */
  found: Uint32Array;
  /** Whether some of the rows are not checked yet. */
  isPending: boolean;
}

/**
 * What the rules found in the selected rows.
 *
 * @param list the loaded list.
 * @param alone what the rules found in rows that the list does not have, each by itself.
 */
export function selectedFindings(
  rows: Selected,
  list: RowSet,
  checked: CheckedRows | null,
  alone: ReadonlyMap<RentedNumber, number>,
): SelectedFindings {
  const { set } = rows;
  const found = new Uint32Array(set.rows.length);
  let isPending = false;
  for (const position of rows.positions()) {
    const row = set.rows[position]!;
    const here = list.positionOf(row.number_sid);
    const ofList = checked?.set === list && here !== undefined ? checked.found[here] : undefined;
    const bits = here === undefined ? alone.get(row) : ofList;
    if (bits === undefined) isPending = true;
    else found[position] = bits;
  }
  return { set, found, isPending };
}

/** The count of rows that are checked at once: some milliseconds of work. */
const atOnce = 500;

type FoundAlone = ReadonlyMap<RentedNumber, number>;
const nothing: FoundAlone = new Map();

/** What the rules find in selected rows that the loaded list does not have, each by itself. */
function useFoundAlone(rows: SelectedRows): FoundAlone {
  const [known, setKnown] = useState(nothing);
  useEffect(() => {
    const next = rowsElsewhere(rows)
      .filter((row) => !known.has(row))
      .slice(0, atOnce);
    if (next.length === 0) return;
    const timer = setTimeout(() => {
      const context = { now: Date.now() };
      const found = next.map((row) => [row, findingBits(checkNumber(row, context))] as const);
      setKnown(new Map([...known, ...found]));
    });
    return () => clearTimeout(timer);
  }, [rows, known]);
  return known;
}

interface AcceptSelectionProps {
  set: RowSet;
  /** The selected rows. */
  rows: SelectedRows;
}

/** Accepts the findings of one rule for all selected numbers. */
export function AcceptSelection({ set, rows }: AcceptSelectionProps) {
  const { checked, acceptances, isRunning } = useChecks();
  const alone = useFoundAlone(rows);
  const findings = useMemo(
    () => selectedFindings(rows, set, checked, alone),
    [rows, set, checked, alone],
  );
  const open = useMemo(() => openFindings(findings, acceptances), [findings, acceptances]);
  const found = useMemo((): RuleCount[] => {
    const counts = countFindings(findings, open, rows.positions());
    return rules.flatMap(({ id, level }) => {
      const count = counts.get(id) ?? 0;
      return count > 0 ? [{ id, level, count }] : [];
    });
  }, [findings, open, rows]);

  function accept(rule: string, note: string) {
    const at = new Date().toISOString();
    const bit = ruleBit(rule);
    const accepted = [...rows.positions()]
      .filter((position) => ((open[position] ?? 0) & bit) !== 0)
      .map((position) => ({ rule, number_sid: rows.set.rows[position]!.number_sid, note, at }));
    const said = words.acceptedFor(checkLabel(rule), common.numbers(accepted.length));
    const { isKept, undo } = checksStore.accept(addAcceptances(acceptances, accepted));
    showToast({ text: words.doneHere(said, isKept), undo });
  }

  const whyNone = rows.elsewhere > 0 ? words.noneToAcceptAlone : words.noneToAccept;
  const why = isRunning || findings.isPending ? words.stillChecking : whyNone;
  return (
    <Popover
      disabled={found.length === 0}
      label={found.length === 0 ? why : undefined}
      trigger={
        <>
          <CircleCheck aria-hidden size={13} />
          <span>{words.acceptSelected}</span>
        </>
      }
    >
      {(close) => (
        <AcceptSelectionForm
          rules={found}
          onAccept={(rule, note) => {
            close();
            accept(rule, note);
          }}
          onCancel={close}
        />
      )}
    </Popover>
  );
}
