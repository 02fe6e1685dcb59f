import { listActions } from '../../list/list-actions.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

/** The actions on the loaded list. */
export function loadCommands(list: NumberList): Command[] {
  if (list.scope.status === 'loading') return [];
  const { main, aside } = listActions(list);
  return [main, aside].flatMap((action) =>
    action === null
      ? []
      : [
          {
            id: `load-${action.id}`,
            group: words.groups.load,
            label: action.name,
            also: action.also,
            run: action.run,
          },
        ],
  );
}
