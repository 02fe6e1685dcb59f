import { X } from 'lucide-react';
import { useRef } from 'react';
import type { Address } from '../address/address.ts';
import { AcceptSelection } from '../checks/AcceptSelection.tsx';
import { EndOfFindings } from '../findings/FindingStepper.tsx';
import { useFindingKeys } from '../findings/useFindingKeys.ts';
import { useFindingSteps } from '../findings/useFindingSteps.ts';
import type { NumberList } from '../list/useNumberList.ts';
import type { Selection } from '../list/useSelection.ts';
import { CellTools } from '../table/CellTools.tsx';
import { ColumnDrag } from '../table/ColumnDrag.tsx';
import { HeaderTools } from '../table/HeaderTools.tsx';
import { SelectionTools } from '../table/SelectionTools.tsx';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import type { Grid } from '../table/useGrid.ts';
import { useSelectionActs } from '../table/useSelectionActs.ts';
import { IconButton } from '../ui/IconButton.tsx';
import * as words from '../words/checks.ts';

interface FindingWalkProps {
  list: NumberList;
  grid: Grid;
}

/** The keys that move the active row from finding to finding, and what is said at the end. */
function FindingWalk({ list, grid }: FindingWalkProps) {
  const bar = useRef<HTMLElement>(null);
  const { row, column } = grid.active;

  function go(index: number, isLate: boolean) {
    const { activeElement, body } = document;
    const isHere = [bar.current, grid.element.current].some((part) =>
      part?.contains(activeElement),
    );
    // A late step leaves the focus with a reader who writes elsewhere meanwhile.
    if (isLate && activeElement !== body && !isHere) return;
    grid.focusCell({ row: index, column });
  }

  const steps = useFindingSteps(list, row, go);
  useFindingKeys(steps.step);
  if (steps.end === null) return null;

  function close() {
    steps.dismiss();
    grid.focusCell(grid.active);
  }

  return (
    <section
      ref={bar}
      data-foot
      aria-label={words.findings}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The same press would stop a search, too.
        event.preventDefault();
        close();
      }}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line bg-rail px-3 py-1.5"
    >
      <EndOfFindings steps={steps} />
      <IconButton label={words.dismiss} onClick={close} className="ml-auto">
        <X aria-hidden size={16} />
      </IconButton>
    </section>
  );
}

interface GridToolsProps {
  list: NumberList;
  columns: ColumnTaste;
  address: Address;
  grid: Grid;
  selection: Selection;
  openRow: (index: number) => void;
}

/** The tools of the table: for its headers, cells, findings and rows. The first rows need none of them. */
export function GridTools({ list, columns, address, grid, selection, openRow }: GridToolsProps) {
  const { rows } = selection;
  const acts = useSelectionActs(list, columns.shown, address, rows);
  return (
    <>
      <HeaderTools grid={grid} columns={columns} />
      <ColumnDrag grid={grid} columns={columns} />
      <CellTools grid={grid} rows={list.shown} found={list.marks} acts={acts} onOpen={openRow} />
      <FindingWalk grid={grid} list={list} />
      <SelectionTools list={list} grid={grid} selection={selection} acts={acts}>
        <AcceptSelection set={list.set} rows={rows} />
      </SelectionTools>
    </>
  );
}
