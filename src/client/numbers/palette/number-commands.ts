import * as common from '../../words/common.ts';
import * as words from '../../words/palette.ts';
import { setAddress } from '../address-bar.ts';
import { rowCountry } from '../country-name.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { isComplete } from '../scope.ts';
import { searchWords } from '../scope-words.ts';
import { searchIntent } from '../search-intent.ts';
import type { Command } from './command.ts';
import { findNumbers } from './find-numbers.ts';

const mostNumbers = 8;
const group = words.groups.numbers;

export interface NumberAnswer {
  commands: readonly Command[];
  /** What was looked through, or null when the text is no number. */
  scope: string | null;
}

/** What a text can mean as a number or a search: rows to jump to, and whom else to ask. */
export function numberCommands({ set, scope, held }: NumberList, text: string): NumberAnswer {
  const found = findNumbers(set, text, mostNumbers);
  const jumps = (found?.first ?? []).map((row) => ({
    id: `open-${row.number_sid}`,
    group,
    label: row.number_display,
    also: [row.name, rowCountry(row)].filter(Boolean).join(' · '),
    run: () => setAddress({ open: row.number }, { history: 'push' }),
  }));
  const intent = searchIntent(text);
  const others: Command[] = [];
  // Once the whole list is here there is nobody else to ask.
  if (intent.kind === 'number' && !(isComplete(scope) && held !== null)) {
    others.push({
      id: 'ask',
      group: words.groups.search,
      label: words.askFor(intent.number),
      run: () => setAddress({ number: intent.number, q: null }, { history: 'push' }),
    });
  }
  if (intent.kind !== 'nothing' && text.trim().length <= 100) {
    const q = text.trim();
    others.push({
      id: 'search',
      group: words.groups.search,
      label: words.searchFor(common.theLoadedRows(set.rows.length), q),
      run: () => setAddress({ number: null, q }),
    });
  }
  return {
    commands: [...jumps, ...others],
    scope: found && scope.status !== 'loading' ? searchWords(scope, found.count) : null,
  };
}
