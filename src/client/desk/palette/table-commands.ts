import type { Address } from '../../address/address.ts';
import { setAddress } from '../../address/address-bar.ts';
import { fileFormats } from '../../export/export-job.ts';
import type { Exporting } from '../../export/useExport.ts';
import { columnIds, columnLabel } from '../../fields/columns.tsx';
import type { Sort } from '../../fields/sort.ts';
import { walkFindings } from '../../findings/useFindingKeys.ts';
import { ofKept } from '../../list/kept-words.ts';
import type { SelectedRows } from '../../list/selected-rows.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import type { ColumnTaste } from '../../table/useColumnTaste.ts';
import { canCompare, openComparison } from '../../table/useSelectionActs.ts';
import * as checks from '../../words/checks.ts';
import * as common from '../../words/common.ts';
import * as exporting from '../../words/export.ts';
import * as selection from '../../words/selection.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

/** Sorts and columns as commands. */
export function tableCommands(sort: Sort | null, columns: ColumnTaste): Command[] {
  const sorts = columnIds.flatMap((column) =>
    [false, true].map((descending) => ({
      id: `sort-${column}-${descending}`,
      group: words.groups.sort,
      label: descending
        ? words.sortByDescending(common.inSentence(columnLabel(column)))
        : words.sortBy(common.inSentence(columnLabel(column))),
      also: words.also.sort,
      isOn: sort?.column === column && sort.descending === descending,
      isQuiet: true,
      run: () => setAddress({ sort: { column, descending } }),
    })),
  );
  const unsorted = {
    id: 'unsorted',
    group: words.groups.sort,
    label: words.doNotSort,
    also: words.also.sort,
    isQuiet: true,
    isOn: sort === null,
    run: () => setAddress({ sort: null }),
  };
  const shown = columnIds
    .filter((id) => id !== 'number')
    .map((id) => ({
      id: `column-${id}`,
      group: words.groups.columns,
      label: columns.visibility[id]
        ? words.hideColumn(columnLabel(id))
        : words.showColumn(columnLabel(id)),
      isQuiet: true,
      run: () => columns.toggle(id),
    }));
  return [...sorts, unsorted, ...shown];
}

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

const steps = [
  { id: 'next-finding', label: checks.nextFinding, by: 1 },
  { id: 'previous-finding', label: checks.previousFinding, by: -1 },
] as const;

/** The ways from finding to finding, as the keys go them. */
export const findingCommands = ({ shown }: NumberList): Command[] =>
  shown.length === 0
    ? []
    : steps.map(({ by, ...command }) => ({
        ...command,
        group: words.groups.page,
        also: words.also.finding,
        run: () => walkFindings(by),
      }));
