import { ClipboardCopy, Columns2, Download, X } from 'lucide-react';
import { useState } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { ExportChoices } from '../export/ExportChoices.tsx';
import { ExportProgress } from '../export/ExportProgress.tsx';
import { triggerWords } from '../export/trigger-words.ts';
import { useExport } from '../export/useExport.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { formatCount } from '../lib/format.ts';
import { isComplete, mayHaveMore } from '../list/scope.ts';
import { selectedWords } from '../list/scope-words.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { onUsePart } from '../ui/on-use-part.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useIsFinger, useIsPhone } from '../ui/screen.ts';
import * as exporting from '../words/export.ts';
import * as words from '../words/selection.ts';
import { mostCompared } from './compare-numbers.ts';
import type { SelectedRows } from './selected-rows.ts';
import type { useSelectTheRest } from './useSelectTheRest.ts';

const CompareDialog = onUsePart(async () => (await import('./CompareDialog.tsx')).CompareDialog);

export const barClass =
  'flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-selected px-3 py-1.5 phone:pb-[max(0.375rem,env(safe-area-inset-bottom))]';

interface SelectionBarProps {
  list: NumberList;
  rows: SelectedRows;
  /** What a refresh took out of the selection, in words. */
  unticked: string | null;
  columns: readonly ColumnId[];
  address: Address;
  theRest: ReturnType<typeof useSelectTheRest>;
  /** Further actions on the selected rows. */
  children: Elements;
  onClear: () => void;
}

/** The number of selected rows, and the actions on them. */
export function SelectionBar(props: SelectionBarProps) {
  const { list, rows, unticked, columns, address, theRest, children, onClear } = props;
  const { scope, shown, set } = list;
  const { state, save, copy, cancel } = useExport(list, columns, address, rows);
  const isFinger = useIsFinger();
  const isPhone = useIsPhone();
  const columnsHint = isComplete(scope) ? exporting.visibleColumns : words.loadedColumnsOnly;
  const [isComparing, setIsComparing] = useState(false);
  const trigger = triggerWords(state, scope);
  const areAllShown = rows.length - rows.hidden === shown.length;
  const canCompare = rows.length >= 2 && rows.length <= mostCompared;

  return (
    <section
      aria-label={words.selection}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isComparing) return;
        if (event.currentTarget.querySelector(':popover-open')) return;
        event.preventDefault();
        onClear();
      }}
      className={barClass}
    >
      <span className="font-medium first-letter:uppercase">
        {selectedWords(scope, rows.length)}
      </span>
      {rows.hidden > 0 && (
        <span className="text-muted">{words.notShown(formatCount(rows.hidden))}</span>
      )}
      {rows.missing > 0 && (
        <span className="text-muted">{words.notInList(formatCount(rows.missing))}</span>
      )}
      {unticked && <span className="text-muted">{unticked}</span>}
      {theRest.isWaiting && <span className="text-muted">{words.loadingTheRest}</span>}
      {areAllShown && mayHaveMore(scope) && !theRest.isWaiting && (
        <span className="flex items-center gap-2">
          <span>{words.moreExist}</span>
          <Button onClick={theRest.start}>{words.loadAndSelect}</Button>
        </span>
      )}
      {isFinger && (
        <Button
          onClick={onClear}
          className="ml-auto border-transparent bg-transparent text-accent min-[700px]:order-last min-[700px]:ml-0"
        >
          {words.done}
        </Button>
      )}
      <span className="ml-auto flex flex-wrap items-center gap-2 phone-tiles">
        {children}
        <Button
          onClick={() => setIsComparing(true)}
          disabled={!canCompare}
          title={canCompare ? undefined : words.comparesFew}
        >
          <Columns2 aria-hidden size={13} />
          <span>{words.compare}</span>
        </Button>
        <Button onClick={() => void copy()} disabled={rows.length === 0}>
          <ClipboardCopy aria-hidden size={13} />
          <span>{words.copy}</span>
        </Button>
        <Popover
          disabled={rows.length === 0}
          label={trigger?.name ?? words.exportSelection}
          trigger={
            <>
              <Download aria-hidden size={13} />
              <span>{trigger?.shown ?? words.exportIt}</span>
            </>
          }
        >
          {(close) =>
            state.status === 'building' ? (
              <ExportProgress
                state={state}
                list={list}
                onCancel={() => {
                  close();
                  cancel();
                }}
              />
            ) : (
              <div className="w-76 max-w-[calc(100vw-1.5rem)]">
                <ExportChoices
                  title={words.exportSelection}
                  hint={isPhone ? exporting.tableColumns : columnsHint}
                  onChoose={(format) => {
                    close();
                    void save(format);
                  }}
                />
              </div>
            )
          }
        </Popover>
        {!isFinger && (
          <IconButton label={words.clear} onClick={onClear}>
            <X aria-hidden size={16} />
          </IconButton>
        )}
      </span>
      {isComparing && canCompare && (
        <CompareDialog
          // Each position is that of a row.
          rows={Array.from(rows.positions(), (position) => set.rows[position]!)}
          onClose={() => setIsComparing(false)}
        />
      )}
    </section>
  );
}
