import { inventoryRules } from '#checks/rules.ts';
import type { RentedNumber } from '#contract/number.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { EndOfFindings, FindingStepper } from '../findings/FindingStepper.tsx';
import { rowFindings } from '../findings/row-findings.ts';
import type { FindingSteps } from '../findings/useFindingSteps.ts';
import * as words from '../words/checks.ts';
import { FindingItem } from './FindingItem.tsx';

const comparing = new Set(inventoryRules.map(({ id }) => id));

interface FindingsProps {
  row: RentedNumber;
  /** Whether the list is complete. Otherwise only a part was compared. */
  isWhole: boolean;
  /** The way to other numbers with findings. */
  steps: FindingSteps;
}

/** The findings of a number, open and accepted. */
export function Findings({ row, isWhole, steps }: FindingsProps) {
  const { checked, acceptances, isRunning } = useChecks();
  const findings = rowFindings(row, checked, acceptances, Date.now());
  const open = findings.filter(({ acceptance }) => acceptance === null).length;
  const openWords = open === 0 ? words.allAccepted : words.openFindings(open);
  return (
    <section aria-labelledby="findings" className="border-t border-line px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id="findings" className="flex-1 font-semibold">
          <span>{`${words.checks} `}</span>
          <span className="pl-1 font-normal text-muted">
            {findings.length === 0 ? words.noFindings : openWords}
          </span>
        </h3>
        <FindingStepper steps={steps} />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-1 empty:hidden">
        <EndOfFindings steps={steps} />
      </p>
      <ul className="grid gap-2.5 pt-2 empty:hidden">
        {findings.map((finding) => (
          <FindingItem
            key={`${row.number_sid} ${finding.id} ${finding.field}`}
            row={row}
            finding={finding}
            isPartial={comparing.has(finding.id) && (!isWhole || isRunning)}
          />
        ))}
      </ul>
    </section>
  );
}
