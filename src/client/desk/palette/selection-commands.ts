import type { Address } from '../../address/address.ts';
import { fileFormats } from '../../export/export-job.ts';
import type { Exporting } from '../../export/useExport.ts';
import { ofKept } from '../../list/kept-words.ts';
import type { SelectedRows } from '../../list/selected-rows.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import { canCompare, openComparison } from '../../table/comparison.ts';
import * as exporting from '../../words/export.ts';
import * as selection from '../../words/selection.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

/** Copies, exports and the comparison of the selected rows, also of those that a filter hides. */
export function selectionCommands(
  selected: SelectedRows,
  { save, copy }: Pick<Exporting, 'save' | 'copy'>,
  { show, scope }: Pick<Address, 'show'> & Pick<NumberList, 'scope'>,
): Command[] {
  if (selected.length === 0) return [];
  const rows = ofKept(scope, selection.selectedRows(selected.length));
  return [
    {
      id: 'copy-selected',
      group: words.groups.export,
      label: selection.copySelected(rows),
      also: words.also.copy,
      run: () => void copy(selected),
    },
    // The comparison belongs to the table, which the overview takes the place of.
    ...(show !== 'overview' && canCompare(selected.length)
      ? [
          {
            id: 'compare-selected',
            group: words.groups.page,
            label: selection.compareSelected(rows),
            also: words.also.compare,
            run: openComparison,
          },
        ]
      : []),
    ...fileFormats.map((format) => ({
      id: `export-selected-${format}`,
      group: words.groups.export,
      label: selection.exportSelected(rows, exporting.formats[format].label),
      also: words.also.export,
      run: () => void save(format, selected),
    })),
  ];
}
