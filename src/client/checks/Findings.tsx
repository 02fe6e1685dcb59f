import { inventoryRules } from '#checks/rules.ts';
import type { RentedNumber } from '#contract/number.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { rowFindings } from '../findings/row-findings.ts';
import * as words from '../words/checks.ts';
import { FindingItem } from './FindingItem.tsx';

const comparing = new Set(inventoryRules.map(({ id }) => id));

interface FindingsProps {
  row: RentedNumber;
  /** Whether the list is complete. Otherwise only a part was compared. */
  isWhole: boolean;
}

/** The findings of a number, open and accepted. */
export function Findings({ row, isWhole }: FindingsProps) {
  const { checked, acceptances, isRunning } = useChecks();
  const findings = rowFindings(row, checked, acceptances, Date.now());
  if (findings.length === 0) return null;
  const open = findings.filter(({ acceptance }) => acceptance === null).length;
  return (
    <section aria-labelledby="findings" className="border-t border-line px-5 py-4">
      <h3 id="findings" className="pb-2 font-semibold">
        <span>{`${words.checks} `}</span>
        <span className="pl-1 font-normal text-muted">
          {open === 0 ? words.allAccepted : words.openFindings(open)}
        </span>
      </h3>
      <ul className="grid gap-2.5">
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
