import { X } from 'lucide-react';
import { useRef } from 'react';
import { EndOfFindings } from '../findings/FindingStepper.tsx';
import { useFindingKeys } from '../findings/useFindingKeys.ts';
import { useFindingSteps } from '../findings/useFindingSteps.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { Grid } from '../table/useGrid.ts';
import { IconButton } from '../ui/IconButton.tsx';
import * as words from '../words/checks.ts';

interface FindingWalkProps {
  list: NumberList;
  grid: Grid;
}

/** The keys that move the active row from finding to finding, and what is said at the end. */
export function FindingWalk({ list, grid }: FindingWalkProps) {
  const bar = useRef<HTMLElement>(null);
  const { row, column } = grid.active;

  function go(index: number, isLate: boolean) {
    const { activeElement, body } = document;
    const isHere = [bar.current, grid.element.current].some((part) =>
      part?.contains(activeElement),
    );
    // By then the reader may be writing elsewhere.
    if (isLate && activeElement !== body && !isHere) return;
    grid.focusCell({ row: index, column });
  }

  const steps = useFindingSteps(list, row, go);
  useFindingKeys(steps.step);
  if (steps.end === null) return null;

  function close() {
    steps.dismiss();
    grid.focusCell(grid.active);
  }

  return (
    <section
      ref={bar}
      data-foot
      aria-label={words.findings}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The same press would stop a search, too.
        event.preventDefault();
        close();
      }}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-rail px-3 py-1.5"
    >
      <EndOfFindings steps={steps} />
      <IconButton label={words.dismiss} onClick={close} className="ml-auto">
        <X aria-hidden size={16} />
      </IconButton>
    </section>
  );
}
