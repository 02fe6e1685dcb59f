import { SlidersHorizontal } from 'lucide-react';
import { useRef } from 'react';
import type { Elements } from '#jsx/jsx-runtime';
import type { Address } from '../address/address.ts';
import { setAddress } from '../address/address-bar.ts';
import { viewChange } from '../address/view-href.ts';
import { ChecksFacets } from '../checks/ChecksFacets.tsx';
import { openFind, soughtNumber } from '../desk/find/find-commands.ts';
import { MoreMenu } from '../desk/More.tsx';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { FilterRail } from '../filters/FilterRail.tsx';
import { FilterSheet } from '../filters/FilterSheet.tsx';
import { SearchBox } from '../filters/SearchBox.tsx';
import type { HistoryFootProps } from '../history/HistoryFoot.tsx';
import type { HistoryViewProps } from '../history/HistoryView.tsx';
import type { SelectedRows } from '../list/selected-rows.ts';
import { useAccounts, useSession } from '../list/session-query.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { EmptyState } from '../status/EmptyState.tsx';
import { ColumnsMenu } from '../table/ColumnsMenu.tsx';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { Grid } from '../table/useGrid.ts';
import { Button } from '../ui/Button.tsx';
import { onUsePart } from '../ui/on-use-part.tsx';
import { useOneStop } from '../ui/useOneStop.ts';
import { ViewsMenu } from '../views/ViewsMenu.tsx';
import * as accountWords from '../words/accounts.ts';
import * as filters from '../words/filters.ts';
import * as words from './words.ts';

// The parts of the page that only bring rooms together.

interface PartProps {
  address: Address;
  list: NumberList;
}

interface ToolbarProps extends PartProps {
  columns: ColumnTaste;
  selected: SelectedRows;
}

/** What can be done with the table as a whole: one stop of Tab. */
export function Toolbar({ list, columns, address, selected }: ToolbarProps) {
  const toolbar = useRef<HTMLDivElement>(null);
  useOneStop(toolbar, true);
  return (
    <div ref={toolbar} role="toolbar" aria-label={words.tableTools} className="contents">
      <ViewsMenu address={address} columns={columns} />
      {address.show !== 'overview' && <ColumnsMenu columns={columns} />}
      <ExportMenu list={list} columns={columns.shown} address={address} selected={selected} />
      <MoreMenu />
    </div>
  );
}

/** The button of a narrow toolbar that opens the filters. */
export const FiltersButton = ({ children }: { children: Elements }) => (
  <FilterSheet
    trigger={(open) => (
      <Button onClick={open}>
        <SlidersHorizontal aria-hidden size={14} />
        <span>{words.filters}</span>
      </Button>
    )}
  >
    {children}
  </FilterSheet>
);

/** All filters, one stop of Tab: by fields of the API and by findings of the checks. */
export function Rail({ address, list }: PartProps) {
  const rail = useRef<HTMLDivElement>(null);
  useOneStop(rail);
  return (
    <div ref={rail} role="toolbar" aria-label={filters.filterValues} aria-orientation="vertical">
      <FilterRail address={address} list={list}>
        {/* The checks judge the numbers of now. */}
        {list.compared === null && <ChecksFacets address={address} list={list} />}
      </FilterRail>
    </div>
  );
}

/** Moves the focus into the rows: to the active cell if it is in view, else to the first row in view. */
function focusRows({ element, active, focusCell }: Grid): void {
  const grid = element.current;
  const scroller = grid?.parentElement;
  const header = grid?.querySelector('[data-row="-1"]');
  if (!grid || !scroller) return;
  const { top: scrollerTop, bottom } = scroller.getBoundingClientRect();
  // The headers of a phone are out of sight: nothing covers its first row.
  const top = header?.getBoundingClientRect().bottom ?? scrollerTop;
  const isInView = (cell: Element) => {
    const box = cell.getBoundingClientRect();
    // A line of the row above may lie in the header.
    return box.top >= top - 2 && box.bottom <= bottom + 2;
  };
  const inView = [...grid.querySelectorAll<HTMLElement>('[role=rowheader][data-row]')]
    .filter(isInView)
    .map(({ dataset }) => Number(dataset.row));
  if (inView.length === 0) return;
  const isActiveInView = inView.includes(active.row);
  focusCell(isActiveInView ? active : { row: Math.min(...inView), column: 'number' });
}

interface PageSearchProps extends PartProps {
  grid: Grid;
}

/** The search box, from which an arrow key leads into the rows. */
export const PageSearch = ({ address, list, grid }: PageSearchProps) => (
  <SearchBox address={address} list={list} onRows={() => focusRows(grid)} />
);

/** The table without a row. Another account may have the number that was searched for. */
export function EmptyList(props: Omit<Parameters<typeof EmptyState>[0], 'children'>) {
  const { number, q } = props.address;
  const sought = soughtNumber(number ?? q ?? '');
  const accounts = useAccounts();
  const { isPending } = useSession();
  const { account, scope } = props.list;
  // Among several accounts the server refuses a list of none: the first account is about to be named.
  const isUnnamed =
    account === null && scope.status === 'stopped' && scope.error.code === 'invalid_query';
  if (isUnnamed && (isPending || accounts !== null)) return null;
  return (
    <EmptyState {...props}>
      {accounts !== null && sought !== null && (
        <Button onClick={() => openFind(sought)}>{accountWords.findEverywhere}</Button>
      )}
    </EmptyState>
  );
}

interface Closable {
  onClose: () => void;
}

const HistoryView = onUsePart<HistoryViewProps & Closable>(
  async () => (await import('../history/HistoryView.tsx')).HistoryView,
);
const HistoryFootPart = onUsePart<HistoryFootProps & Closable>(
  async () => (await import('../history/HistoryFoot.tsx')).HistoryFoot,
);

/** Where the code of the history could not be loaded, the table stands in for it. */
const showTable = () => setAddress(viewChange(null));

/** The history, which is loaded when it is first shown. */
export const History = (props: HistoryViewProps) => <HistoryView {...props} onClose={showTable} />;

/** The foot of the page below the history. */
export const HistoryFoot = (props: HistoryFootProps) => (
  <HistoryFootPart {...props} onClose={showTable} />
);
