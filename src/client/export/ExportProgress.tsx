import { formatCount } from '../lib/format.ts';
import { listActions } from '../list/list-actions.ts';
import { loadedWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Button } from '../ui/Button.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/export.ts';
import type { ExportState } from './useExport.ts';

interface ExportProgressProps {
  state: Extract<ExportState, { status: 'waiting' | 'building' }>;
  list: NumberList;
  onCancel: () => void;
}

function progressOf(state: ExportProgressProps['state'], { scope }: NumberList): string {
  if (state.status === 'waiting') return loadedWords(scope);
  const { written } = state;
  return written === null ? words.making : words.written(formatCount(written.rows), written.of);
}

/** The progress of an export, the list it waits for, and a button that cancels it. */
export function ExportProgress({ state, list, onCancel }: ExportProgressProps) {
  const { scope, loadMore } = list;
  const { main } = listActions(list);
  return (
    <div className="grid w-76 phone:w-full max-w-[calc(100vw-1.5rem)] gap-2 p-2.5">
      <p className="tabular-nums">{progressOf(state, list)}</p>
      {state.status === 'waiting' ? (
        <p className="text-xs text-muted">
          {words.madeOnceAllHere(words.formats[state.format].label)}
        </p>
      ) : (
        <progress
          aria-label={words.rowsWritten}
          max={state.written?.of}
          value={state.written?.rows}
          className="walk-progress"
        />
      )}
      <span className="flex gap-2">
        {state.status === 'waiting' && scope.status === 'paused' && main && (
          <Button onClick={main.run}>{main.label}</Button>
        )}
        {state.status === 'waiting' && scope.status === 'stopped' && (
          <Button onClick={loadMore}>{common.tryAgain}</Button>
        )}
        <Button onClick={onCancel}>{words.cancelExport}</Button>
      </span>
    </div>
  );
}
