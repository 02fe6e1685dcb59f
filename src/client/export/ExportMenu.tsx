import { ChevronDown } from 'lucide-react';
import type { Address } from '../address/address.ts';
import type { ColumnId } from '../fields/columns.tsx';
import { formatCount } from '../lib/format.ts';
import { mayHaveMore } from '../list/scope.ts';
import { exportWords } from '../list/scope-words.ts';
import type { SelectedRows } from '../list/selected-rows.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { Popover } from '../ui/Popover.tsx';
import * as words from '../words/export.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { triggerWords } from './trigger-words.ts';
import { type ExportState, useExport } from './useExport.ts';

interface ExportMenuProps {
  list: NumberList;
  columns: readonly ColumnId[];
  address: Address;
  /** The rows that the reader selected. */
  selected: SelectedRows;
}

/** Whether there is something to export, to wait for, or to load for an export. */
export function canExport({ shown, set, scope }: NumberList, { status }: ExportState): boolean {
  const isBusy = status === 'waiting' || status === 'building';
  return shown.length > 0 || isBusy || (mayHaveMore(scope) && set.rows.length > 0);
}

/** Exports the rows that the table shows, or loads the rest and exports all, as a file or to paste. */
export function ExportMenu({ list, columns, address, selected }: ExportMenuProps) {
  const { shown, scope, isNarrowed } = list;
  const exporter = useExport(list, columns, address);
  const { state } = exporter;
  const trigger = triggerWords(state, scope) ?? {
    shown: words.exportRows(formatCount(shown.length)),
    name: exportWords(scope, shown.length, isNarrowed),
  };
  return (
    <Popover
      label={trigger.name}
      disabled={!canExport(list, state) && selected.length === 0}
      trigger={
        <>
          {/* The width of four digits: the toolbar does not move when more rows arrive. */}
          <span className="min-w-20 text-left">{trigger.shown}</span>
          <ChevronDown aria-hidden size={14} />
        </>
      }
    >
      {(close) => (
        <ExportPanel
          list={list}
          check={address.check}
          selected={selected}
          exporter={exporter}
          close={close}
        />
      )}
    </Popover>
  );
}
