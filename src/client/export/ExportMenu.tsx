import { ChevronDown } from 'lucide-react';
import type { Address } from '../address/address.ts';
import { checkLabel } from '../fields/check-label.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { useChecks } from '../findings/checks-store.tsx';
import { formatCount } from '../lib/format.ts';
import { isComplete, mayHaveMore, type Scope } from '../list/scope.ts';
import { copyWords, exportWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Popover } from '../ui/Popover.tsx';
import * as words from '../words/export.ts';
import { ExportChoices } from './ExportChoices.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { triggerWords } from './trigger-words.ts';
import { useExport } from './useExport.ts';

interface ExportMenuProps {
  list: NumberList;
  columns: readonly ColumnId[];
  address: Address;
}

function exportHint(scope: Scope): string {
  if (isComplete(scope)) return words.visibleColumns;
  return scope.status === 'complete' ? words.someBroken(scope.skipped) : words.moreNotLoaded;
}

/** The findings in the file: those that the filter by checks is about, or all. */
function findingsHint(check: string | null, isRunning: boolean): string {
  const which = check === null ? words.allFindings : words.onlyFindings(checkLabel(check));
  return isRunning ? words.findingsSoFar(which) : words.onePerLine(which);
}

/** Exports the rows that the table shows, or loads the rest and exports all, as a file or to paste. */
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
  const name = exportWords(scope, count, isNarrowed);
  const trigger = triggerWords(state, scope) ?? {
    shown: words.exportRows(formatCount(count)),
    name,
  };
  const hasRows = count > 0;
  const mayFindRows = mayHaveMore(scope) && list.set.rows.length > 0;
  return (
    <Popover
      label={trigger.name}
      disabled={!hasRows && !isBusy && !mayFindRows}
      trigger={
        <>
          {/* The width of four digits: the toolbar does not move when more rows arrive. */}
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
            {hasRows && (
              <ExportChoices
                title={name}
                hint={exportHint(scope)}
                onChoose={(format) => {
                  close();
                  void save(format);
                }}
              />
            )}
            {mayHaveMore(scope) && (
              <ExportChoices
                title={words.loadThenExport}
                hint={words.waitsForAll}
                onChoose={(format) => {
                  close();
                  loadThenSave(format);
                }}
              />
            )}
            {hasRows && checked?.set === list.set && (
              <ExportChoices
                title={
                  address.check === null
                    ? words.exportChecks
                    : words.exportChecksOf(checkLabel(address.check))
                }
                hint={findingsHint(address.check, isRunning)}
                onChoose={(format) => {
                  close();
                  void saveFindings(format);
                }}
              />
            )}
            {hasRows && (
              <button
                type="button"
                onClick={() => {
                  close();
                  void copy();
                }}
                className="rounded-md border-t border-line px-2.5 py-1.5 text-left hover:bg-hover"
              >
                <span>{copyWords(scope, count, isNarrowed)}</span>
                <span className="block text-xs text-muted">{words.forSpreadsheet}</span>
              </button>
            )}
            {state.status === 'failed' && (
              <p className="px-2.5 py-1.5 text-xs text-bad">{words.rowsUntouched}</p>
            )}
          </div>
        )
      }
    </Popover>
  );
}
