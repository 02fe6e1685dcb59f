import type { Address } from '../address/address.ts';
import { SearchBox } from '../filters/SearchBox.tsx';
import type { NumberList } from '../list/useNumberList.ts';
import type { Grid } from '../table/useGrid.ts';

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

interface PageSearchProps {
  address: Address;
  list: NumberList;
  grid: Grid;
}

/** The search box, from which an arrow key leads into the rows. */
export const PageSearch = ({ address, list, grid }: PageSearchProps) => (
  <SearchBox address={address} list={list} onRows={() => focusRows(grid)} />
);
