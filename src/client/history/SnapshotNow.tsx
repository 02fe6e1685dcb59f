import { Camera } from 'lucide-react';
import * as words from '../list/history-words.ts';
import { useTakeSnapshot } from '../list/take-snapshot.ts';
import { Button } from '../ui/Button.tsx';

/** Takes a snapshot, for a person who may. */
export function SnapshotNow({ isTaking }: { isTaking: boolean }) {
  const taking = useTakeSnapshot();
  if (taking === null) return null;
  const isBusy = isTaking || taking.isTaking;
  return (
    <Button disabled={isBusy} onClick={taking.take}>
      <Camera aria-hidden size={14} />
      <span>{isBusy ? words.takingSnapshot : words.snapshotNow}</span>
    </Button>
  );
}
