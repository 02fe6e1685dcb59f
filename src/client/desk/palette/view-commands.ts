import type { ColumnTaste } from '../../table/useColumnTaste.ts';
import { openView } from '../../views/open-view.ts';
import type { View } from '../../views/view.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

/** Every saved view as a command. */
export const viewCommands = (
  views: readonly View[],
  active: string | null,
  columns: ColumnTaste,
): Command[] =>
  views.map((view) => ({
    id: `view-${view.name}`,
    group: words.groups.views,
    label: view.name,
    also: words.also.view,
    isOn: view.name === active,
    run: () => openView(view, columns),
  }));
