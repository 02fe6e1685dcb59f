import { useMemo } from 'react';
import { needsPlan, useNumberPlan } from '../../address/useNumberPlan.ts';
import { useExport } from '../../export/useExport.ts';
import { useTheme } from '../../ui/useTheme.ts';
import { useSavedViews } from '../../views/views-store.ts';
import type { Desk } from '../desk.ts';
import { deskCommands } from './desk-commands.ts';
import { filterCommands } from './filter-commands.ts';
import { loadCommands } from './load-commands.ts';
import { matchCommands } from './match-commands.ts';
import { numberCommands } from './number-commands.ts';
import { tableCommands } from './table-commands.ts';
import { viewCommands } from './view-commands.ts';
import * as words from './words.ts';

const mostMatches = 40;

/** The commands for a text in the palette, and what was looked through for numbers. */
export function useCommands({ list, address, columns }: Desk, text: string) {
  const exporting = useExport(list, columns.shown, address);
  const theme = useTheme();
  const { views } = useSavedViews();
  const commands = [
    ...loadCommands(list),
    ...viewCommands(views, address.view, columns),
    ...filterCommands(address, list.set),
    ...deskCommands(list, exporting, theme, address.show),
    ...tableCommands(address.sort, columns),
  ];
  const { plan, isPending } = useNumberPlan(needsPlan(text));
  const numbers = useMemo(
    () => numberCommands(list, address, text, { plan, isPending }),
    [list, address, text, plan, isPending],
  );
  const matches = matchCommands(commands, text, mostMatches);
  const jumps = numbers.commands.filter(({ group }) => group === words.groups.numbers);
  const searches = numbers.commands.filter(({ group }) => group !== words.groups.numbers);
  return { commands: [...jumps, ...matches, ...searches], scope: numbers.scope };
}
