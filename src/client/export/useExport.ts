import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Address } from '../address/address.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { copiedNumber } from '../fields/copied-number.ts';
import { checksStore } from '../findings/checks-store.tsx';
import { ofKept } from '../list/kept-words.ts';
import { isComplete } from '../list/scope.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { writeClipboard } from '../ui/copy-text.ts';
import { saveFile } from '../ui/save-file.ts';
import { showToast } from '../ui/toast.ts';
import * as words from '../words/export.ts';
import { buildFile, type Written } from './build-file.ts';
import type { ExportJob, FileFormat } from './export-job.ts';
import type { PackedTable } from './export-table.ts';
import { fileName, snapshotPart } from './file-name.ts';
import { packChanges } from './pack-changes.ts';
import { packFindings } from './pack-findings.ts';
import { packRows } from './pack-rows.ts';

export type ExportState =
  | { status: 'idle' }
  /** The rest is being loaded, then exported. `isOwnWalk`: this export began or resumed the loading. */
  | { status: 'waiting'; format: FileFormat; isOwnWalk: boolean }
  /** The rows written; null until the worker reports some. */
  | { status: 'building'; format: ExportJob['format']; written: Written | null }
  | { status: 'failed'; format: ExportJob['format'] };

type Built = ReturnType<typeof buildFile>;

/** Exports and copies the rows that the table shows, or selected ones: visible columns in order. */
export function useExport(
  list: NumberList,
  columns: readonly ColumnId[],
  { q: search, check, rented }: Pick<Address, 'q' | 'check' | 'rented'>,
) {
  const { scope, set, shown, selection, isInventory, inventory, compared } = list;
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const controller = useRef(new AbortController());

  function pack(selected: SelectedRows | null, toNumber?: typeof copiedNumber) {
    const of = selected?.set ?? set;
    const positions = (selected ?? shown).positions();
    return compared
      ? packChanges(of, positions, columns, compared, toNumber)
      : packRows(of, positions, columns, toNumber);
  }

  async function build(
    format: ExportJob['format'],
    pack: () => Promise<PackedTable>,
    deliver: (built: Built) => Promise<void>,
  ) {
    controller.current.abort();
    controller.current = new AbortController();
    const { signal } = controller.current;
    setState({ status: 'building', format, written: null });
    try {
      const onProgress = (written: Written) => {
        if (!signal.aborted) setState({ status: 'building', format, written });
      };
      await deliver(buildFile({ format, pack, onProgress, signal }));
      setState({ status: 'idle' });
    } catch {
      if (signal.aborted) return;
      // The clipboard may refuse before the text is built, and the worker would still report progress.
      controller.current.abort();
      setState({ status: 'failed', format });
      showToast({ text: format === 'tsv' ? words.copyFailed : words.failed });
    }
  }

  const nameParts = {
    account: list.account,
    snapshot: snapshotPart(list),
    ...(list.pasted && { list: 'pasted-list' }),
    ...(compared && { list: compared.fileLabel }),
    selection,
    search,
    check,
    rented,
    isComplete: isComplete(scope),
  };

  /** @param selected the rows that the reader selected, in place of those shown. */
  function save(format: FileFormat, selected: SelectedRows | null = null) {
    const { length: count } = selected ?? shown;
    const name = fileName({
      ...nameParts,
      what: compared ? 'rented-numbers-changes' : 'rented-numbers',
      isSelection: selected !== null,
      count,
      at: new Date(),
      format,
    });
    return build(
      format,
      () => pack(selected),
      async (built) => {
        saveFile((await built).file, name);
        showToast({ text: ofKept(scope, words.exportedRows(count)) });
      },
    );
  }

  function saveFindings(format: FileFormat) {
    const checks = checksStore.get();
    const isWhole = nameParts.isComplete && !checks.isRunning;
    const parts = { ...nameParts, what: 'checks', isComplete: isWhole, format } as const;
    return build(
      format,
      () => packFindings(set, shown.positions(), checks, check),
      async (built) => {
        const { file, count } = await built;
        saveFile(file, fileName({ ...parts, count, at: new Date() }));
        showToast({ text: ofKept(scope, words.exportedFindings(count)) });
      },
    );
  }

  const copy = (selected: SelectedRows | null = null) => {
    const { length: count } = selected ?? shown;
    return build(
      'tsv',
      () => pack(selected, copiedNumber),
      async (built) => {
        // The clipboard is asked at once: a browser may refuse it some time after the press.
        const text = built.then(({ file }) => file);
        // Nobody awaits the text after the clipboard refused.
        text.catch(() => {});
        await writeClipboard(text);
        showToast({ text: ofKept(scope, words.copiedRows(count)) });
      },
    );
  };

  function loadThenSave(format: FileFormat) {
    setState({ status: 'waiting', format, isOwnWalk: scope.status !== 'walking' });
    list.loadAll();
  }

  const isWhole = scope.status === 'complete';
  const awaited = state.status === 'waiting' ? state.format : null;
  const saveAwaited = useEffectEvent((format: FileFormat) => void save(format));
  useEffect(() => {
    if (isWhole && awaited !== null) saveAwaited(awaited);
  }, [isWhole, awaited]);

  const stopWaiting = useEffectEvent(() => {
    if (state.status === 'waiting') setState({ status: 'idle' });
  });
  // The walk that the export waits for was cancelled, or left for another list.
  useEffect(() => {
    if (!isInventory) stopWaiting();
  }, [isInventory]);

  function cancel() {
    controller.current.abort();
    if (state.status === 'waiting' && state.isOwnWalk) inventory.pause();
    setState({ status: 'idle' });
  }

  return { state, save, saveFindings, copy, loadThenSave, cancel };
}

export type Exporting = ReturnType<typeof useExport>;
