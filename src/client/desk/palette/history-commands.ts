import type { History } from '#contract/history.ts';
import { openSnapshot } from '../../address/snapshots.ts';
import { formatMoment } from '../../lib/format.ts';
import * as kept from '../../words/kept.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

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
