import type { History } from '#contract/history.ts';
import type { Address } from '../../address/address.ts';
import { setAddress } from '../../address/address-bar.ts';
import { openSnapshot } from '../../address/snapshots.ts';
import { viewChange } from '../../address/view-href.ts';
import { fileFormats } from '../../export/export-job.ts';
import type { useExport } from '../../export/useExport.ts';
import { formatMoment } from '../../lib/format.ts';
import { copyWords, exportWords } from '../../list/scope-words.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import type { useTheme } from '../../ui/useTheme.ts';
import * as exporting from '../../words/export.ts';
import * as kept from '../../words/kept.ts';
import type { PageActions } from '../page-actions.ts';
import { type Command, inGroup } from './command.ts';
import * as words from './words.ts';

interface Shown {
  show: Address['show'];
  hasHistory: boolean;
}

const showAs = (show: Address['show']) => setAddress(viewChange(show), { history: 'push' });

/** Exports, the other way to look at the numbers, the theme and what opens over the desk. */
export function deskCommands(
  { scope, shown, isNarrowed }: NumberList,
  { save, copy }: Pick<ReturnType<typeof useExport>, 'save' | 'copy'>,
  theme: ReturnType<typeof useTheme>,
  { show, hasHistory }: Shown,
  pageActions: PageActions,
): Command[] {
  const exports = fileFormats.map((format) => ({
    id: `export-${format}`,
    label: words.exportAs(
      exportWords(scope, shown.length, isNarrowed),
      exporting.formats[format].label,
    ),
    also: words.also.export,
    run: () => void save(format),
  }));
  const copying = {
    id: 'copy',
    label: copyWords(scope, shown.length, isNarrowed),
    also: words.also.copy,
    run: () => void copy(),
  };
  return [
    ...inGroup(words.groups.export, shown.length > 0 ? [...exports, copying] : []),
    ...inGroup(words.groups.page, [
      {
        id: 'look',
        label: show === null ? words.showOverview : words.showTable,
        also: words.also.look,
        run: () => showAs(show === null ? 'overview' : null),
      },
      ...(hasHistory && show !== 'history'
        ? [
            {
              id: 'history',
              label: words.showHistory,
              also: words.also.history,
              run: () => showAs('history'),
            },
          ]
        : []),
      {
        id: 'theme',
        label: theme.label,
        also: words.also.theme,
        run: theme.toggle,
      },
      ...pageActions.map(({ id, label, run }) => ({
        id,
        label,
        also: words.also[id],
        run,
      })),
    ]),
  ];
}

/** Every kept day as a command, newest first; only the newest is offered before a text is typed. */
export const historyCommands = (snapshots: History['snapshots'], shown: number | null): Command[] =>
  snapshots
    .filter(({ status }) => status === 'kept')
    .map(({ seq, asOf }, at) => ({
      id: `as-of-${seq}`,
      group: words.groups.history,
      label: kept.showListAsOf(formatMoment(asOf)),
      also: words.also.asOf,
      isOn: seq === shown,
      isQuiet: at > 0,
      run: () => openSnapshot(seq),
    }));
