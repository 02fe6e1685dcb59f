import { setAddress } from '../address-bar.ts';
import { columnIds, columnSpec } from '../columns.ts';
import type { Sort } from '../rows/sort-rows.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { Command } from './command.ts';

/** Sorts and columns as commands. */
export function tableCommands(sort: Sort | null, columns: ColumnTaste): Command[] {
  const sorts = columnIds.flatMap((column) =>
    [false, true].map((descending) => ({
      id: `sort-${column}-${descending}`,
      group: 'Sort',
      label: `Sort by ${columnSpec(column).label.toLowerCase()}${descending ? ', descending' : ''}`,
      also: 'order',
      isOn: sort?.column === column && sort.descending === descending,
      isQuiet: true,
      run: () => setAddress({ sort: { column, descending } }),
    })),
  );
  const unsorted = {
    id: 'unsorted',
    group: 'Sort',
    label: 'Do not sort',
    also: 'order',
    isQuiet: true,
    isOn: sort === null,
    run: () => setAddress({ sort: null }),
  };
  const shown = columnIds
    .filter((id) => id !== 'number')
    .map((id) => ({
      id: `column-${id}`,
      group: 'Columns',
      label: `${columns.visibility[id] ? 'Hide' : 'Show'} column ${columnSpec(id).label}`,
      isQuiet: true,
      run: () => columns.toggle(id),
    }));
  return [...sorts, unsorted, ...shown];
}
