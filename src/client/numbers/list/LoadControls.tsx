import { Download, Pause, Play, RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import type { NumberList } from './useNumberList.ts';

interface ActionProps {
  icon: typeof Pause;
  onClick: () => void;
  disabled?: boolean;
  children: ReactNode;
}

const Action = ({ icon: Icon, children, ...props }: ActionProps) => (
  <Button {...props}>
    <Icon aria-hidden size={13} />
    {children}
  </Button>
);

/** What can be done about how much is loaded: load all of it, pause, go on, let go, read it again. */
export function LoadControls({ list }: { list: NumberList }) {
  const { scope, inventory, held } = list;
  const cancel = (
    <Action icon={X} onClick={inventory.cancel}>
      Cancel
    </Action>
  );
  const refresh = (
    <Action icon={RotateCw} onClick={list.refresh} disabled={scope.status === 'loading'}>
      Refresh
    </Action>
  );
  switch (scope.status) {
    case 'walking':
      return (
        <>
          <Action icon={Pause} onClick={inventory.pause}>
            Pause
          </Action>
          {cancel}
        </>
      );
    case 'paused':
      return (
        <>
          <Action icon={Play} onClick={() => void inventory.resume()}>
            Resume
          </Action>
          {cancel}
        </>
      );
    case 'stopped':
      return held === null ? refresh : cancel;
    case 'complete':
      return held?.status === 'complete' && held.refreshing !== null ? (
        <Action icon={X} onClick={inventory.stopRefreshing}>
          Stop refreshing
        </Action>
      ) : (
        refresh
      );
    case 'loading':
    case 'partial':
      return (
        <>
          {refresh}
          <Action icon={Download} onClick={list.loadAll} disabled={scope.status === 'loading'}>
            Load all
          </Action>
        </>
      );
  }
}
