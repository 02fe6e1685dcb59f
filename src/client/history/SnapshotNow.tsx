import { Camera } from 'lucide-react';
import * as words from '../list/history-words.ts';
import { useTakeSnapshot } from '../list/take-snapshot.ts';
import { Button } from '../ui/Button.tsx';

interface SnapshotNowProps {
  /** Whether a snapshot is under way, wherever it was begun. */
  isTaking: boolean;
  /** Whether it stands beside other controls, and is a sign alone where they need the room, until it runs. */
  isBeside?: boolean;
}

/** Takes a snapshot, for a person who may. */
export function SnapshotNow({ isTaking, isBeside = false }: SnapshotNowProps) {
  const taking = useTakeSnapshot();
  if (taking === null) return null;
  const isBusy = isTaking || taking.isTaking;
  const label = isBusy ? words.takingSnapshot : words.snapshotNow;
  return (
    <Button title={isBeside ? label : undefined} disabled={isBusy} onClick={taking.take}>
      <Camera aria-hidden size={14} />
      <span className={isBeside && !isBusy ? '@max-4xl:sr-only' : undefined}>{label}</span>
    </Button>
  );
}
