import { ChevronDown } from 'lucide-react';
import { formatCount } from '../../lib/format.ts';
import { Popover } from '../../ui/Popover.tsx';
import type { Address } from '../address.ts';
import { useChecks } from '../checks/checks-store.tsx';
import type { ColumnId } from '../columns.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { isComplete, mayHaveMore, type Scope } from '../scope.ts';
import { copyWords, exportWords } from '../scope-words.ts';
import { ExportChoices } from './ExportChoices.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { type ExportState, useExport } from './useExport.ts';

interface ExportMenuProps {
  list: NumberList;
  columns: readonly ColumnId[];
  address: Address;
}

interface TriggerWords {
  /** As short as when nothing is under way, so that the toolbar does not move. */
  shown: string;
  name: string;
}

const waitWords: Partial<Record<Scope['status'], TriggerWords>> = {
  paused: { shown: 'Paused', name: 'Paused before exporting' },
  stopped: { shown: 'Stopped', name: 'Stopped before exporting' },
};

const stateWords: Record<Exclude<ExportState['status'], 'idle'>, TriggerWords> = {
  waiting: { shown: 'Loading…', name: 'Loading… before exporting' },
  building: { shown: 'Exporting…', name: 'Exporting…' },
  failed: { shown: 'Failed', name: 'Failed to export' },
};

/** The rows as the table shows them, or all of them once they are loaded, as a file or to paste. */
export function ExportMenu({ list, columns, address }: ExportMenuProps) {
  const { shown, scope, isNarrowed } = list;
  const { state, save, saveFindings, copy, loadThenSave, cancel } = useExport(
    list,
    columns,
    address,
  );
  const { checked, isRunning } = useChecks();
  const count = shown.length;

  const isBusy = state.status === 'waiting' || state.status === 'building';
  const words = exportWords(scope, count, isNarrowed);
  const trigger =
    state.status === 'idle'
      ? { shown: `Export ${formatCount(count)}`, name: words }
      : (state.status === 'waiting' && waitWords[scope.status]) || stateWords[state.status];
  return (
    <Popover
      label={trigger.name}
      disabled={count === 0 && !isBusy}
      trigger={
        <>
          {/* As wide as four digits, so that more rows move nothing. */}
          <span className="min-w-20 text-left">{trigger.shown}</span>
          <ChevronDown aria-hidden size={14} />
        </>
      }
    >
      {(close) =>
        isBusy ? (
          <ExportProgress
            state={state}
            list={list}
            onCancel={() => {
              close();
              cancel();
            }}
          />
        ) : (
          <div className="grid w-76 gap-1.5">
            <ExportChoices
              title={words}
              hint={
                isComplete(scope)
                  ? 'The visible columns, in the order shown.'
                  : 'Apifonica has more that are not loaded. The file’s name says partial.'
              }
              onChoose={(format) => {
                close();
                void save(format);
              }}
            />
            {mayHaveMore(scope) && (
              <ExportChoices
                title="Load the rest, then export"
                hint="Waits until the whole list is here."
                onChoose={(format) => {
                  close();
                  loadThenSave(format);
                }}
              />
            )}
            {checked?.set === list.set && (
              <ExportChoices
                title="Export checks"
                hint={
                  isRunning
                    ? 'Still checking: what was found so far in these rows, one line a finding.'
                    : 'What was found in these rows, one line a finding, accepted or not.'
                }
                onChoose={(format) => {
                  close();
                  void saveFindings(format);
                }}
              />
            )}
            <button
              type="button"
              onClick={() => {
                close();
                void copy();
              }}
              className="rounded-md border-t border-line px-2.5 py-1.5 text-left hover:bg-hover"
            >
              {copyWords(scope, count, isNarrowed)}
              <span className="block text-xs text-muted">To paste into a spreadsheet</span>
            </button>
            {state.status === 'failed' && (
              <p className="px-2.5 py-1.5 text-xs text-bad">The rows are untouched; try again.</p>
            )}
          </div>
        )
      }
    </Popover>
  );
}
