import { checkLabel } from '../fields/check-label.ts';
import { useChecks } from '../findings/checks-store.tsx';
import { ofKept } from '../list/kept-words.ts';
import { isComplete, mayHaveMore, type Scope } from '../list/scope.ts';
import { copyWords, exportWords } from '../list/scope-words.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useIsPhone } from '../ui/screen.ts';
import * as words from '../words/export.ts';
import * as ofSelection from '../words/selection.ts';
import { ExportChoices, FormatNotes } from './ExportChoices.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import type { FileFormat } from './export-job.ts';
import type { useExport } from './useExport.ts';

interface ExportPanelProps {
  list: NumberList;
  /** The filter by checks. */
  check: string | null;
  /** The rows that the reader selected. */
  selected: SelectedRows;
  exporter: ReturnType<typeof useExport>;
  close: () => void;
}

function exportHint(scope: Scope, columns: string): string {
  if (isComplete(scope)) return columns;
  return scope.status === 'complete' ? words.someBroken(scope.skipped) : words.moreNotLoaded;
}

/** The findings in the file: those that the filter by checks is about, or all. */
function findingsHint(check: string | null, isRunning: boolean): string {
  const which = check === null ? words.allFindings : words.onlyFindings(checkLabel(check));
  return isRunning ? words.findingsSoFar(which) : words.onePerLine(which);
}

/** What can be exported of the rows, or the progress of the export that runs. */
export function ExportPanel({ list, check, selected, exporter, close }: ExportPanelProps) {
  const { shown, scope, isNarrowed } = list;
  const { state, save, saveFindings, copy, loadThenSave, cancel } = exporter;
  const { checked, isRunning } = useChecks();
  const columns = useIsPhone() ? words.tableColumns : words.visibleColumns;
  const count = shown.length;
  const hasRows = count > 0;
  const closing = (run: (format: FileFormat) => unknown) => (format: FileFormat) => {
    close();
    void run(format);
  };

  if (state.status === 'waiting' || state.status === 'building') {
    return (
      <ExportProgress
        state={state}
        list={list}
        onCancel={() => {
          close();
          cancel();
        }}
      />
    );
  }
  return (
    <div className="grid w-84 max-w-full gap-1.5 phone:w-full">
      {selected.length > 0 && (
        <ExportChoices
          title={words.exportRows(ofKept(scope, ofSelection.selectedRows(selected.length)))}
          hint={ofSelection.withHidden(selected)}
          onChoose={closing((format) => save(format, selected))}
        />
      )}
      {hasRows && (
        <ExportChoices
          title={exportWords(scope, count, isNarrowed)}
          hint={list.compared ? words.ofChanges : exportHint(scope, columns)}
          onChoose={closing((format) => save(format))}
        />
      )}
      {mayHaveMore(scope) && (
        <ExportChoices
          title={words.loadThenExport}
          hint={words.waitsForAll}
          onChoose={closing(loadThenSave)}
        />
      )}
      {hasRows && checked?.set === list.set && (
        <ExportChoices
          title={check === null ? words.exportChecks : words.exportChecksOf(checkLabel(check))}
          hint={findingsHint(check, isRunning)}
          onChoose={closing(saveFindings)}
        />
      )}
      <FormatNotes />
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
  );
}
