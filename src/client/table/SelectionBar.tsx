import { ClipboardCopy, Columns2, Download, X } from 'lucide-react';
import type { Elements } from '#jsx/jsx-runtime';
import { ExportChoices, FormatNotes } from '../export/ExportChoices.tsx';
import { ExportProgress } from '../export/ExportProgress.tsx';
import { triggerWords } from '../export/trigger-words.ts';
import { formatCount } from '../lib/format.ts';
import { runShortcut } from '../lib/shortcut.ts';
import { mayHaveMore } from '../list/scope.ts';
import { selectedWords } from '../list/scope-words.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { onUsePart } from '../ui/on-use-part.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useIsFinger } from '../ui/screen.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/selection.ts';
import { copyKeys } from './grid-keys.ts';
import { isNothingMarked, type SelectionActs } from './useSelectionActs.ts';
import type { useSelectTheRest } from './useSelectTheRest.ts';

const CompareDialog = onUsePart(async () => (await import('./CompareDialog.tsx')).CompareDialog);

export const barClass =
  'flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-selected px-3 py-1.5 phone:pb-[max(0.375rem,env(safe-area-inset-bottom))]';

/** Why the table does not show some of the selected rows. */
const hiddenWords = ({ hidden }: SelectedRows, isFiltered: boolean) =>
  (isFiltered ? words.hiddenByFilters : words.notLoaded)(formatCount(hidden));

interface SelectionBarProps {
  list: NumberList;
  rows: SelectedRows;
  /** What a refresh took out of the selection, in words. */
  unticked: string | null;
  acts: SelectionActs;
  theRest: ReturnType<typeof useSelectTheRest>;
  /** Further actions on the selected rows. */
  children: Elements;
  onClear: () => void;
}

/** The number of selected rows, and the actions on them. */
export function SelectionBar(props: SelectionBarProps) {
  const { list, rows, unticked, acts, theRest, children, onClear } = props;
  const { scope, shown } = list;
  const { exporting, save, copy, compare, isComparing, endComparison } = acts;
  const { state, cancel } = exporting;
  const isFiltered = list.isNarrowed || Object.keys(list.asked).length > 0;
  const isFinger = useIsFinger();
  const trigger = triggerWords(state, scope);
  const areAllShown = shown.length > 0 && rows.length - rows.hidden === shown.length;

  return (
    <section
      data-foot
      aria-label={words.selection}
      onKeyDown={(event) => {
        if (event.defaultPrevented || isComparing) return;
        if (event.currentTarget.querySelector(':popover-open')) return;
        if (runShortcut(copyKeys, event, { copy: () => isNothingMarked() && copy() })) return;
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClear();
      }}
      className={barClass}
    >
      <span className="font-medium first-letter:uppercase">{selectedWords(scope, rows)}</span>
      {rows.hidden > 0 && <span className="text-muted">{hiddenWords(rows, isFiltered)}</span>}
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
          // A button that is disabled in the browser's way could not say why.
          onClick={() => (compare ? compare() : showToast({ text: words.comparesFew }))}
          aria-disabled={compare === null}
          aria-description={compare === null ? words.comparesFew : undefined}
          title={compare === null ? words.comparesFew : undefined}
          className="aria-disabled:text-muted"
        >
          <Columns2 aria-hidden size={13} />
          <span>{words.compare}</span>
        </Button>
        <Button onClick={copy} disabled={rows.length === 0}>
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
                  hint={words.withHidden(rows)}
                  onChoose={(format) => {
                    close();
                    save(format);
                  }}
                />
                <FormatNotes />
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
      {isComparing && (
        <CompareDialog
          // Each position is that of a row.
          rows={Array.from(rows.positions(), (position) => rows.set.rows[position]!)}
          scope={scope}
          onClose={endComparison}
        />
      )}
    </section>
  );
}
