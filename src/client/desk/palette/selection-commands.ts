import { fileFormats } from '../../export/export-job.ts';
import type { Exporting } from '../../export/useExport.ts';
import type { SelectedRows } from '../../list/selected-rows.ts';
import * as exporting from '../../words/export.ts';
import * as selection from '../../words/selection.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

/** Copies and exports of the selected rows, also of those that a filter hides. */
export function selectionCommands(
  selected: SelectedRows,
  { save, copy }: Pick<Exporting, 'save' | 'copy'>,
): Command[] {
  if (selected.length === 0) return [];
  const rows = selection.selectedRows(selected.length);
  return [
    {
      id: 'copy-selected',
      group: words.groups.export,
      label: selection.copySelected(rows),
      also: words.also.copy,
      run: () => void copy(selected),
    },
    ...fileFormats.map((format) => ({
      id: `export-selected-${format}`,
      group: words.groups.export,
      label: selection.exportSelected(rows, exporting.formats[format].label),
      also: words.also.export,
      run: () => void save(format, selected),
    })),
  ];
}
