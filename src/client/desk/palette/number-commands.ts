import type { Address } from '../../address/address.ts';
import { setAddress } from '../../address/address-bar.ts';
import { searchIntent } from '../../address/search-intent.ts';
import type { NumberPlan } from '../../address/useNumberPlan.ts';
import { rowCountry } from '../../fields/country-name.ts';
import { isComplete } from '../../list/scope.ts';
import { searchWords } from '../../list/scope-words.ts';
import { searchPlace } from '../../list/search-place.ts';
import { searchedNumbers } from '../../list/searched-numbers.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import * as common from '../../words/common.ts';
import type { Command } from './command.ts';
import { findNumbers } from './find-numbers.ts';
import * as words from './words.ts';

const mostNumbers = 8;
const group = words.groups.numbers;

export interface NumberAnswer {
  commands: readonly Command[];
  /** What was looked through, or null when the text is no number. */
  scope: string | null;
}

/**
 * What a text can mean as a number or a search: rows to jump to, and whom else to ask.
 *
 * @param plan null until it is loaded; while it may still come, nothing is said of what was found.
 */
export function numberCommands(
  { set, scope, isInventory }: NumberList,
  address: Pick<Address, 'country_code'>,
  text: string,
  { plan, isPending }: { plan: NumberPlan | null; isPending: boolean },
): NumberAnswer {
  const numbers = searchedNumbers(text, plan, set.columns.country_code.values);
  const found = findNumbers(set, numbers, mostNumbers);
  const jumps = (found?.first ?? []).map((row) => ({
    id: `open-${row.number_sid}`,
    group,
    label: row.number_display,
    also: [row.name, rowCountry(row)].filter(Boolean).join(' · '),
    run: () => setAddress({ open: row.number }, { history: 'push' }),
  }));
  const intent = searchIntent(text, searchPlace(address, set, plan));
  const others: Command[] = [];
  // Once the whole list is here there is nobody else to ask.
  if (intent.kind === 'number' && !isPending && !(isComplete(scope) && isInventory)) {
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
    scope:
      found && !isPending && scope.status !== 'loading' ? searchWords(scope, found.count) : null,
  };
}
