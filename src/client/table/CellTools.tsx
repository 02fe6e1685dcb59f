import { useEffect, useRef, useState } from 'react';
import type { RentedNumber } from '#contract/number.ts';
import { setAddress } from '../address/address-bar.ts';
import { columnLabel } from '../fields/columns.tsx';
import { copiedNumber } from '../fields/copied-number.ts';
import { runShortcut } from '../lib/shortcut.ts';
import type { CheckMarks } from '../list/check-marks.ts';
import type { RowView } from '../list/row-list.ts';
import { copyText } from '../ui/copy-text.ts';
import type { Anchor } from '../ui/place-menu.ts';
import { useIsFinger, useIsPhone } from '../ui/screen.ts';
import { CellButton } from './CellButton.tsx';
import { CellMenu } from './CellMenu.tsx';
import { type CellEntry, cellEntries, copiedText, selectionEntries } from './cell-entries.ts';
import * as words from './cell-menu-words.ts';
import { copyKeys, menuKeys } from './grid-keys.ts';
import { RowButtons } from './RowButtons.tsx';
import type { ActiveCell } from './useActiveCell.ts';
import { useFocusedCell, useHoveredCell } from './useCellInUse.ts';
import { type Grid, useGridTool } from './useGrid.ts';
import { isNothingMarked, type SelectionActs } from './useSelectionActs.ts';

interface CellToolsProps {
  grid: Grid;
  rows: RowView;
  found: CheckMarks | null;
  acts: SelectionActs;
  onOpen: (index: number) => void;
}

/** A cell, and the number whose row it was in. */
interface OpenCell extends ActiveCell {
  number: RentedNumber;
}

/**
 * The copies of a cell, and its menu: by right click, Shift F10, or the one button that follows the
 * mouse.
 */
export function CellTools({ grid, rows, found, acts, onOpen }: CellToolsProps) {
  const isPhone = useIsPhone();
  const isFinger = useIsFinger();
  const [menu, setMenu] = useState<(OpenCell & { anchor: Anchor }) | null>(null);
  const underMouse = useHoveredCell(grid, rows, menu !== null);
  const hovered = isPhone ? null : underMouse;
  const focused = useFocusedCell(grid, rows);
  const isOneRow = hovered?.cell.parentElement === focused?.cell.parentElement;
  /** The cell that gets the focus once the new rows are here. */
  const awaited = useRef<OpenCell>(null);

  function open({ row, column }: ActiveCell, anchor: Anchor) {
    const number = rows.at(row);
    if (number) setMenu({ row, column, number, anchor });
  }
  const openBelow = (place: ActiveCell, element: Element) => {
    const { left, top, bottom } = element.getBoundingClientRect();
    open(place, { x: left, top, bottom });
  };

  /** Focuses a cell of a number, wherever the number now stands. */
  function focusNumber({ number, row, column }: OpenCell) {
    const isThere = rows.at(row)?.number_sid === number.number_sid;
    const at = isThere ? row : rows.findIndex((one) => one.number_sid === number.number_sid);
    grid.focusCell({ row: Math.max(0, at), column });
  }

  function close() {
    if (menu) focusNumber(menu);
    setMenu(null);
  }

  function choose(entry: CellEntry) {
    if (!menu) return;
    if (entry.does !== 'narrow') {
      close();
      if (entry.does === 'copy') void copyText(entry.text);
      else if (entry.does === 'open') onOpen(menu.row);
      else if (entry.does === 'compareSelected') acts.compare?.();
      else acts.copy();
    } else {
      awaited.current = menu;
      // The details close for the new rows, and Back undoes both.
      setAddress({ ...entry.narrowing, open: null }, { history: 'push' });
      setMenu(null);
      // Until there are rows, this is the header.
      grid.focusCell({ row: 0, column: menu.column });
    }
  }

  useEffect(() => {
    const wanted = awaited.current;
    if (wanted === null || rows.length === 0) return;
    awaited.current = null;
    const { activeElement, body } = document;
    if (activeElement === body || grid.element.current?.contains(activeElement)) {
      focusNumber(wanted);
    }
  });

  useGridTool(grid, 'copy', {
    click(_, hit) {
      if (hit?.on !== 'cell' || hit.part !== 'copy') return false;
      const number = rows.at(hit.row);
      if (number) void copyText(copiedNumber(number));
      return true;
    },
  });
  // The browser does not get the key: WebKit's own copy would empty the clipboard afterwards.
  useGridTool(grid, 'clipboard', {
    keydown: (event, hit) =>
      runShortcut(copyKeys, event, {
        copy() {
          if (!isNothingMarked()) return false;
          if (acts.rows.length > 0) return acts.copy();
          const number = hit?.on === 'cell' && rows.at(hit.row);
          return number && copyText(copiedText(number, hit.column, found));
        },
      }),
  });
  useGridTool(grid, 'menu', {
    contextmenu(event, hit) {
      // A finger selects the row; and with Shift held the browser's own menu stays.
      if (hit?.on !== 'cell' || event.shiftKey || event.pointerType === 'touch') return false;
      event.preventDefault();
      open(hit, { x: event.clientX, top: event.clientY, bottom: event.clientY });
      return true;
    },
    keydown(event, hit) {
      if (hit?.on !== 'cell') return false;
      return runShortcut(menuKeys, event, { open: () => openBelow(hit, hit.cell) });
    },
  });

  return (
    <>
      {hovered && !isFinger && <RowButtons grid={grid} inUse={hovered} />}
      {focused && !isFinger && !isOneRow && <RowButtons grid={grid} inUse={focused} />}
      {hovered && (
        <CellButton
          grid={grid}
          hovered={hovered}
          found={found}
          isOpen={menu !== null}
          onOpen={openBelow}
          onClose={close}
        />
      )}
      {menu && (
        <CellMenu
          key={`${menu.number.number_sid} ${menu.column}`}
          label={words.cellOf(columnLabel(menu.column), menu.number.number_display)}
          entries={[
            ...cellEntries(menu.number, menu.column, found),
            ...selectionEntries(acts.rows.length, acts.compare !== null),
          ]}
          anchor={menu.anchor}
          onChoose={choose}
          onClose={close}
          onLeave={() => setMenu(null)}
        />
      )}
    </>
  );
}
