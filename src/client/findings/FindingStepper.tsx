import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import * as words from '../words/checks.ts';
import type { FindingSteps } from './useFindingSteps.ts';

interface StepsProps {
  steps: FindingSteps;
}

/** The buttons to the previous and the next number with a finding. */
export const FindingStepper = ({ steps }: StepsProps) => (
  <span className="flex items-center gap-1">
    <IconButton
      label={words.previousFinding}
      aria-keyshortcuts="Shift+F8"
      onClick={() => steps.step(-1)}
    >
      <ChevronLeft aria-hidden size={16} />
    </IconButton>
    <Button aria-keyshortcuts="F8" onClick={() => steps.step(1)} className="pr-1.5">
      <span>{words.nextFinding}</span>
      <ChevronRight aria-hidden size={14} />
    </Button>
  </span>
);

/** That there is no further finding, with the way to more rows; nothing while there is one. */
export function EndOfFindings({ steps: { end } }: StepsProps) {
  if (end === null) return null;
  return (
    <>
      <span className="text-muted">{end.said}</span>
      {end.more && <Button onClick={end.more.run}>{end.more.label}</Button>}
    </>
  );
}
