import { runShortcut, shortcutAction } from '../lib/shortcut.ts';
import { moveKeys, openKeys } from './grid-keys.ts';
import { moveActive } from './move-active.ts';
import { type Grid, useGridTool } from './useGrid.ts';

interface GridKeysProps {
  grid: Grid;
  rowCount: number;
  onOpen: (index: number) => void;
}

/** The keys that move from cell to cell and open a row. */
export function GridKeys({ grid, rowCount, onOpen }: GridKeysProps) {
  const { active, columns } = grid;
  useGridTool(grid, 'keys', {
    keydown(event, hit) {
      const move = hit && shortcutAction(moveKeys, event);
      if (move !== null) {
        event.preventDefault();
        grid.focusCell(moveActive(active, move, columns, rowCount));
        return true;
      }
      if (hit?.on !== 'cell' || hit.part !== null) return false;
      return runShortcut(openKeys, event, { open: () => onOpen(hit.row) });
    },
  });
  return null;
}
