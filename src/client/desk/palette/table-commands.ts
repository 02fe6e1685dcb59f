import { setAddress } from '../../address/address-bar.ts';
import { columnIds, columnLabel } from '../../fields/columns.tsx';
import type { Sort } from '../../fields/sort.ts';
import type { ColumnTaste } from '../../table/useColumnTaste.ts';
import * as common from '../../words/common.ts';
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
