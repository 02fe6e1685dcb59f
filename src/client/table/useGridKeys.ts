import { runShortcut, shortcutAction } from '../lib/shortcut.ts';
import { moveKeys, openKeys } from './grid-keys.ts';
import { moveActive } from './move-active.ts';
import { type Grid, useGridTool } from './useGrid.ts';

/**
 * The keys that move from cell to cell and open a row. They are there with the first row, so that
 * no key is lost while the tools are loaded.
 */
export function useGridKeys(grid: Grid, rowCount: number, onOpen: (index: number) => void): void {
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
}
