import { Download, Pause, Play, RotateCw, X } from 'lucide-react';
import type { NumberList } from '../list/useNumberList.ts';
import { Button } from '../ui/Button.tsx';
import * as common from '../words/common.ts';
import * as words from '../words/list.ts';

interface ActionProps {
  icon: typeof Pause;
  onClick: () => void;
  disabled?: boolean;
  children: string;
}

const Action = ({ icon: Icon, children, ...props }: ActionProps) => (
  <Button {...props}>
    <Icon aria-hidden size={13} />
    <span>{children}</span>
  </Button>
);

/**
 * The actions on the loaded list: load all, pause, continue, cancel, refresh. The main action is one
 * button, the last, whose words change: it keeps the focus, and a second press never cancels what the
 * first one began.
 */
export function LoadControls({ list }: { list: NumberList }) {
  const { scope, inventory, held } = list;
  const cancel = (
    <Action key="aside" icon={X} onClick={inventory.cancel}>
      {common.cancel}
    </Action>
  );
  const refresh = (key: 'aside' | 'on') => (
    <Action key={key} icon={RotateCw} onClick={list.refresh} disabled={scope.status === 'loading'}>
      {words.refresh}
    </Action>
  );
  const pageByPage = (
    <>
      {refresh('aside')}
      <Action key="on" icon={Download} onClick={list.loadAll} disabled={scope.status === 'loading'}>
        {words.loadAll}
      </Action>
    </>
  );
  switch (scope.status) {
    case 'walking':
      return (
        <>
          {cancel}
          <Action key="on" icon={Pause} onClick={inventory.pause}>
            {words.pause}
          </Action>
        </>
      );
    case 'paused':
      return (
        <>
          {cancel}
          <Action key="on" icon={Play} onClick={inventory.resume}>
            {common.resume}
          </Action>
        </>
      );
    case 'stopped':
      return held === null ? pageByPage : cancel;
    case 'complete':
      return held?.status === 'complete' && held.refreshing?.status === 'running' ? (
        <Action key="on" icon={X} onClick={inventory.stopRefreshing}>
          {words.stopRefreshing}
        </Action>
      ) : (
        refresh('on')
      );
    case 'loading':
    case 'partial':
      return pageByPage;
  }
}
