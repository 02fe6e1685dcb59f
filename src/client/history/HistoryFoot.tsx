import type { Address } from '../address/address.ts';
import { useHistory } from '../list/history-query.ts';
import { takingSnapshot } from '../list/history-words.ts';
import type { Scope } from '../list/scope.ts';
import { sortWords } from '../list/scope-words.ts';
import { useTakeSnapshot } from '../list/take-snapshot.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { useAnnouncedScope } from '../status/useAnnouncedScope.ts';
import * as listWords from '../words/list.ts';
import { useReadSoFar } from './changes-query.ts';
import * as words from './words.ts';

export interface HistoryFootProps {
  list: NumberList;
  address: Address;
  /** Changes when other rows are asked for. */
  question: string;
}

/** Which differences are here, in words; nothing where they could not be read. */
function reachWords(label: string, scope: Scope, read: number): string {
  if (scope.status === 'complete') return words.inColumn(label, words.differing(scope.loaded));
  if (scope.status !== 'loading') return '';
  return read > 0 ? words.compared(read) : words.comparing;
}

/** The foot of the history: which differences are here, and what search and sort cover. */
export function HistoryFoot({ list, address, question }: HistoryFootProps) {
  const { scope, shown, isNarrowed, compared } = list;
  const read = useReadSoFar();
  const history = useHistory().data;
  const next = history?.next ?? null;
  const isTaking = useTakeSnapshot()?.isTaking || history?.isTaking;
  const hasRows = compared?.isPair === true && scope.status === 'complete' && scope.loaded > 0;
  const reach = compared?.isPair ? reachWords(compared.label, scope, read) : '';
  const covers = [
    hasRows && isNarrowed && words.matching(shown.length, scope.loaded),
    hasRows && address.sort !== null && sortWords(scope, address.sort.column),
  ].filter((part) => part !== false);
  useAnnouncedScope(scope.status, reach, question, covers.join(', '));
  return (
    <section
      aria-label={listWords.whatIsLoaded}
      className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5 phone:min-h-11 phone:gap-x-2 phone:py-1 phone:text-xs"
    >
      <span className="font-medium empty:hidden">{reach}</span>
      {covers.length > 0 && <span className="text-muted phone:text-2xs">{covers.join(' · ')}</span>}
      {/* Elsewhere the button says so. */}
      {isTaking && <span className="hidden text-muted phone:inline">{takingSnapshot}</span>}
      {next !== null && (
        <span className="ml-auto text-muted phone:hidden">{words.nextAt(next)}</span>
      )}
    </section>
  );
}
