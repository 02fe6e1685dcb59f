import { formatCount, formatPlural } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import { loadedWords } from '../scope-words.ts';
import type { ExportState } from './useExport.ts';

interface ExportProgressProps {
  state: Extract<ExportState, { status: 'waiting' | 'building' }>;
  list: NumberList;
  onCancel: () => void;
}

function words(state: ExportProgressProps['state'], { scope }: NumberList): string {
  if (state.status === 'waiting') return loadedWords(scope);
  const { written } = state;
  return written === null
    ? 'Making the file'
    : `${formatCount(written.rows)} of ${formatPlural(written.of, 'row')} written`;
}

/** How far an export is, what it waits for, and how to end it. */
export function ExportProgress({ state, list, onCancel }: ExportProgressProps) {
  const { scope, inventory, loadMore } = list;
  return (
    <div className="grid w-76 max-w-[calc(100vw-1.5rem)] gap-2 p-2.5">
      <p className="tabular-nums">{words(state, list)}</p>
      {state.status === 'waiting' ? (
        <p className="text-xs text-muted">The file is made once the whole list is here.</p>
      ) : (
        state.written && (
          <progress
            aria-label="Rows written"
            max={state.written.of}
            value={state.written.rows}
            className="walk-progress"
          />
        )
      )}
      <span className="flex gap-2">
        {state.status === 'waiting' && scope.status === 'paused' && (
          <Button onClick={inventory.resume}>Resume</Button>
        )}
        {state.status === 'waiting' && scope.status === 'stopped' && (
          <Button onClick={loadMore}>Try again</Button>
        )}
        <Button onClick={onCancel}>Cancel the export</Button>
      </span>
    </div>
  );
}
