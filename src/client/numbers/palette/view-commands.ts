import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { openView } from '../views/open-view.ts';
import type { View } from '../views/view.ts';
import type { Command } from './command.ts';

/** Every saved view as a command. */
export const viewCommands = (
  views: readonly View[],
  active: string | null,
  columns: ColumnTaste,
): Command[] =>
  views.map((view) => ({
    id: `view-${view.name}`,
    group: 'Views',
    label: view.name,
    also: 'switch saved view',
    isOn: view.name === active,
    run: () => openView(view, columns),
  }));
