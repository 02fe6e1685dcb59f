import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { addAcceptances } from '#checks/change-acceptances.ts';
import { rules } from '#checks/rules.ts';
import { checkLabel } from '../fields/check-label.ts';
import { ruleBit } from '../fields/rule-bits.ts';
import { checksStore, useChecks } from '../findings/checks-store.tsx';
import { countFindings } from '../findings/open-findings.ts';
import type { RowSet } from '../list/row-set.ts';
import { Popover } from '../ui/Popover.tsx';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/checks.ts';
import * as common from '../words/common.ts';
import { AcceptSelectionForm, type RuleCount } from './AcceptSelectionForm.tsx';

interface AcceptSelectionProps {
  set: RowSet;
  /** The selected rows. */
  rows: { positionsInList(): Uint32Array };
}

/** Accepts the findings of one rule for all selected numbers. */
export function AcceptSelection({ set, rows }: AcceptSelectionProps) {
  const { checked, open } = useChecks();
  const found = useMemo((): RuleCount[] => {
    if (checked?.set !== set) return [];
    const counts = countFindings(checked, open, rows.positionsInList());
    return rules.flatMap(({ id, level }) => {
      const count = counts.get(id) ?? 0;
      return count > 0 ? [{ id, level, count }] : [];
    });
  }, [checked, open, set, rows]);

  function accept(rule: string, note: string) {
    const at = new Date().toISOString();
    const bit = ruleBit(rule);
    const accepted = [...rows.positionsInList()]
      .filter((position) => ((open[position] ?? 0) & bit) !== 0)
      .map((position) => ({ rule, number_sid: set.rows[position]!.number_sid, note, at }));
    const said = words.acceptedFor(checkLabel(rule), common.numbers(accepted.length));
    const { acceptances } = checksStore.get();
    const { isKept, undo } = checksStore.accept(addAcceptances(acceptances, accepted));
    showToast({ text: isKept ? said : `${said}. ${words.notKept}`, undo });
  }

  return (
    <Popover
      disabled={found.length === 0}
      label={found.length === 0 ? words.noneToAccept : undefined}
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
