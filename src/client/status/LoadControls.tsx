import { Download, Pause, Play, RotateCw, X } from 'lucide-react';
import { type ListAction, listActions } from '../list/list-actions.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useSearchAll } from '../list/useSearchAll.ts';
import { Button } from '../ui/Button.tsx';

const icons = {
  loadAll: Download,
  refresh: RotateCw,
  pause: Pause,
  resume: Play,
  cancel: X,
  stopSearching: X,
  stopRefreshing: X,
} satisfies Record<Exclude<ListAction['id'], 'backToNow'>, typeof X>;

/** The one button of the page that stands out: with the whole list every question has its answer. */
const primary =
  'min-[700px]:enabled:border-accent min-[700px]:enabled:bg-accent min-[700px]:enabled:text-on-accent min-[700px]:enabled:hover:brightness-110';

/**
 * The actions on the loaded list. The main action is one button, the last, whose words change: it
 * keeps the focus, and a second press never cancels what the first one began.
 */
export function LoadControls({ list }: { list: NumberList }) {
  const { main, aside } = listActions(list, useSearchAll(list));
  const isDisabled = list.scope.status === 'loading';
  return [aside, main].map((action, at) => {
    // The bar over the table leads back from a snapshot.
    if (action === null || action.id === 'backToNow') return null;
    const Icon = icons[action.id];
    return (
      <Button
        key={at === 0 ? 'aside' : 'main'}
        onClick={action.run}
        disabled={isDisabled}
        className={`phone:justify-center phone:border-transparent phone:bg-transparent phone:px-2 phone:text-accent ${action.id === 'loadAll' ? primary : ''}`}
      >
        <Icon aria-hidden size={13} className="shrink-0" />
        {/* Two words leave no room beside them on a phone: the lesser action is its sign. */}
        <span className={at === 0 ? 'phone:sr-only' : ''}>{action.label}</span>
      </Button>
    );
  });
}
