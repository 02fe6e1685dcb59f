import type { NumberList } from '../list/useNumberList.ts';
import type { Command } from './command.ts';

const group = 'Load';

/** What can be done about how much is loaded, in the words of the page's foot. */
export function loadCommands({ scope, held, inventory, ...list }: NumberList): Command[] {
  const one = (label: string, run: () => unknown, also = ''): Command => ({
    id: `load-${label}`,
    group,
    label,
    also,
    run: () => void run(),
  });
  switch (scope.status) {
    case 'loading':
      return [];
    case 'partial':
      return [one('Load all', list.loadAll, 'whole list everything'), one('Refresh', list.refresh)];
    case 'walking':
      return [one('Pause loading', inventory.pause)];
    case 'paused':
      return [one('Resume loading', inventory.resume, 'load all')];
    case 'stopped':
      return held === null ? [one('Refresh', list.refresh)] : [];
    case 'complete':
      return held?.status === 'complete' && held.refreshing !== null
        ? [one('Stop refreshing', inventory.stopRefreshing)]
        : [one('Refresh', list.refresh, 'load again')];
  }
}
