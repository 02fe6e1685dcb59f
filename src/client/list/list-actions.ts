import { backToNow } from '../address/snapshots.ts';
import { actions } from '../words/list.ts';
import { isPast } from './scope.ts';
import type { NumberList } from './useNumberList.ts';
import type { SearchAll } from './useSearchAll.ts';

type ListActionId = keyof typeof actions;

/** What a person can do with the loaded list, as buttons and the palette offer it. */
export interface ListAction {
  id: ListActionId;
  /** The label beside the words of what is loaded. */
  label: string;
  /** The label of the action by itself. */
  name: string;
  /** Further words that find the action. */
  also: string;
  run: () => void;
}

const noSearch = { phase: null, stop: () => {} };

/** The actions that the state of the list offers: the main one, and one beside. */
export function listActions(
  list: NumberList,
  search: Pick<SearchAll, 'phase' | 'stop'> = noSearch,
): {
  main: ListAction | null;
  aside: ListAction | null;
} {
  const { scope, isInventory, inventory, refreshing } = list;
  const action = (id: ListActionId, run: () => unknown): ListAction => ({
    id,
    ...actions[id],
    run: () => void run(),
  });
  const isSearching = search.phase === 'searching' || search.phase === 'stopped';
  const cancel = isSearching
    ? action('stopSearching', search.stop)
    : action('cancel', inventory.cancel);
  // A snapshot never changes, and nothing of now is mixed into it.
  if (isPast(scope)) {
    return { main: action('backToNow', backToNow), aside: isSearching ? cancel : null };
  }
  const refresh = action('refresh', list.refresh);
  const pageByPage = { main: action('loadAll', list.loadAll), aside: refresh };
  switch (scope.status) {
    case 'loading':
    case 'partial':
      return pageByPage;
    case 'walking':
      return { main: action('pause', inventory.pause), aside: cancel };
    case 'paused':
      return { main: action('resume', inventory.resume), aside: cancel };
    case 'stopped':
      return isInventory ? { main: null, aside: cancel } : pageByPage;
    case 'complete':
      return {
        main:
          refreshing?.status === 'running'
            ? action('stopRefreshing', list.stopRefreshing)
            : refresh,
        aside: null,
      };
  }
}
