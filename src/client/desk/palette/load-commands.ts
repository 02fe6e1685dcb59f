import type { NumberList } from '../../list/useNumberList.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

const group = words.groups.load;

/** The actions on the loaded list, in the words of the page's foot. */
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
    case 'stopped':
    case 'partial':
      if (held !== null) return [];
      return [
        one(words.loadAll, list.loadAll, words.also.loadAll),
        one(words.refresh, list.refresh),
      ];
    case 'walking':
      return [one(words.pauseLoading, inventory.pause)];
    case 'paused':
      return [one(words.resumeLoading, inventory.resume, words.also.resume)];
    case 'complete':
      return held?.status === 'complete' && held.refreshing?.status === 'running'
        ? [one(words.stopRefreshing, inventory.stopRefreshing)]
        : [one(words.refresh, list.refresh, words.also.refreshWhole)];
  }
}
