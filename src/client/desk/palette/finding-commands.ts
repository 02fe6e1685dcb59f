import { walkFindings } from '../../findings/finding-walk.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import * as checks from '../../words/checks.ts';
import type { Command } from './command.ts';
import * as words from './words.ts';

const steps = [
  { id: 'next-finding', label: checks.nextFinding, by: 1 },
  { id: 'previous-finding', label: checks.previousFinding, by: -1 },
] as const;

/** The ways from finding to finding, as the keys go them. */
export const findingCommands = ({ shown }: NumberList): Command[] =>
  shown.length === 0
    ? []
    : steps.map(({ by, ...command }) => ({
        ...command,
        group: words.groups.page,
        also: words.also.finding,
        run: () => walkFindings(by),
      }));
