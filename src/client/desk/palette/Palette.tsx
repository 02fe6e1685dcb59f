import { useMemo, useState } from 'react';
import { needsPlan, useNumberPlan } from '../../address/useNumberPlan.ts';
import { useExport } from '../../export/useExport.ts';
import { useHistory } from '../../list/history-query.ts';
import { listActions } from '../../list/list-actions.ts';
import { useAccounts, useSession } from '../../list/session-query.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import { type SearchAll, useSearchAll } from '../../list/useSearchAll.ts';
import type { ColumnTaste } from '../../table/useColumnTaste.ts';
import { useTheme } from '../../ui/useTheme.ts';
import { openView } from '../../views/open-view.ts';
import type { View } from '../../views/view.ts';
import { useSavedViews } from '../../views/views-store.ts';
import * as listWords from '../../words/list.ts';
import { accountCommands } from '../accounts/account-commands.ts';
import type { Desk } from '../desk.ts';
import { findCommands } from '../find/find-commands.ts';
import { usePageActions } from '../page-actions.ts';
import { personActions } from '../person-actions.ts';
import { CommandDialog } from './CommandDialog.tsx';
import type { Command } from './command.ts';
import { deskCommands, historyCommands } from './desk-commands.ts';
import { filterCommands } from './filter-commands.ts';
import { matchCommands } from './match-commands.ts';
import { numberCommands } from './number-commands.ts';
import { findingCommands, selectionCommands, tableCommands } from './table-commands.ts';
import * as words from './words.ts';

/** The actions on the loaded list. */
function loadCommands(list: NumberList, search: SearchAll): Command[] {
  if (list.scope.status === 'loading') return [];
  const { main, aside } = listActions(list, search);
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

/** Every saved view as a command. */
const viewCommands = (
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

const personCommands = (...of: Parameters<typeof personActions>): Command[] =>
  personActions(...of).map(({ id, label, run }) => ({
    id,
    group: words.groups.page,
    label,
    also: words.also[id],
    run,
  }));

const mostMatches = 40;

/** The commands for a text in the palette, and what was looked through for numbers. */
function useCommands({ list, address, columns, selected }: Desk, text: string) {
  const exporting = useExport(list, columns.shown, address);
  const theme = useTheme();
  const pageActions = usePageActions();
  const { views } = useSavedViews();
  const search = useSearchAll(list);
  const accounts = useAccounts();
  const { data: session, isPlaceholderData: isOfPreviousAccount } = useSession();
  const looks = { show: address.show, hasHistory: session?.has_history ?? false };
  const { data: history } = useHistory();
  const commands = [
    ...loadCommands(list, search),
    ...viewCommands(views, address.view, columns),
    ...filterCommands(address, list.set, list.pasted !== null),
    ...selectionCommands(selected, exporting, { show: address.show, scope: list.scope }),
    ...deskCommands(list, exporting, theme, looks, pageActions),
    ...findingCommands(list),
    ...historyCommands(history?.snapshots ?? [], address.snapshot),
    ...tableCommands(address.sort, columns),
    ...(accounts ? accountCommands(accounts.all, accounts.current) : []),
    ...personCommands(session, isOfPreviousAccount),
  ];
  const { plan, isPending } = useNumberPlan(needsPlan(text));
  const numbers = useMemo(
    () => numberCommands(list, address, text, { plan, isPending }),
    [list, address, text, plan, isPending],
  );
  const everywhere = accounts === null ? [] : findCommands(text, accounts.all.length);
  const matches = matchCommands(commands, text, mostMatches);
  const { byNumber, byName, searches, scope } = numbers;
  return { commands: [...byNumber, ...matches, ...byName, ...searches, ...everywhere], scope };
}

interface PaletteProps extends Desk {
  onClose: () => void;
}

/** Finds every action by its name, and a number by its digits. */
export function Palette({ onClose, ...desk }: PaletteProps) {
  const [text, setText] = useState('');
  const { commands, scope } = useCommands(desk, text);
  const status = scope && listWords.sentence(scope);
  return (
    <CommandDialog
      title={words.commands}
      label={words.numberOrCommand}
      placeholder={words.digitsOrWhatToDo}
      text={text}
      onText={setText}
      commands={commands}
      status={commands.length === 0 ? words.noSuchCommand : status}
      onClose={onClose}
    />
  );
}
