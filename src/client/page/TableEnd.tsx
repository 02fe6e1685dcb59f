import type { ColumnId } from '../fields/columns.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import { SkeletonRows } from '../table/SkeletonRows.tsx';
import { laterPart } from '../ui/later-part.tsx';

const ListTail = laterPart(async () => (await import('./tools.ts')).ListTail);

const firstSkeletons = 30;
const fewSkeletons = 3;

interface TableEndProps {
  list: NumberList;
  columns: readonly ColumnId[];
  /** Whether the first rows are still awaited. */
  isAwaited: boolean;
  isSearched: boolean;
  isSorted: boolean;
}

/** What stands below the rows: placeholders for rows that are on their way, or the tail of the list. */
export function TableEnd({ list, columns, isAwaited, isSearched, isSorted }: TableEndProps) {
  const count = isAwaited ? firstSkeletons : fewSkeletons;
  if (isAwaited || list.isReading) {
    return <SkeletonRows columns={columns} count={count} isLoading />;
  }
  return (
    <ListTail
      list={list}
      columns={columns}
      isSearched={isSearched}
      isSorted={isSorted}
      placeholder={
        <SkeletonRows
          key={list.shown.length}
          columns={columns}
          count={count}
          isLoading={list.isFetching}
        />
      }
    />
  );
}
