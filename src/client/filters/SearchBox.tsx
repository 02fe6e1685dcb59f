import { Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Address } from '../address/address.ts';
import { currentAddress, setAddress } from '../address/address-bar.ts';
import { searchIntent } from '../address/search-intent.ts';
import { changeSearch, leaveSearch } from '../address/search-step.ts';
import {
  loadNumberPlan,
  type NumberPlan,
  needsPlan,
  useNumberPlan,
} from '../address/useNumberPlan.ts';
import { runShortcut } from '../lib/shortcut.ts';
import { searchPlace } from '../list/search-place.ts';
import type { NumberList } from '../list/useNumberList.ts';
import { openOnlyMatch, useSearchAll } from '../list/useSearchAll.ts';
import { IconButton } from '../ui/IconButton.tsx';
import * as words from '../words/filters.ts';
import { searchKeys } from './search-keys.ts';

/** Apifonica is not asked for every digit of a number that is being typed. */
const askAfterMs = 350;

/** What a key does with the text in the box. */
const hints = {
  searchAll: { sign: words.enterSign, text: words.enterSearchesAll },
  stop: { sign: words.escapeSign, text: words.escapeStops },
};

interface SearchBoxProps {
  address: Address;
  list: NumberList;
  /** Leads the focus into the rows. */
  onRows: () => void;
}

/**
 * One box: a whole number is asked of Apifonica; any other text narrows the loaded rows at once, and
 * Enter searches all numbers for it.
 */
export function SearchBox({ address, list, onRows }: SearchBoxProps) {
  const { set } = list;
  // The text being typed. When it is null, the box shows the text of the address bar.
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The number that is being asked for. */
  const asked = useRef<string | null>(null);
  /** Whether the present entry of the history is the one of what is being typed. */
  const isBegun = useRef(false);
  /** Whether the browser is on its way back from a search that was cleared. */
  const isLeaving = useRef(false);
  const search = useSearchAll(list);
  const isStoppable = search.phase === 'searching' || search.phase === 'stopped';
  const mayFindMore = address.q !== null && list.scope.status !== 'complete' && search.canStart;
  const hint = isStoppable ? hints.stop : mayFindMore ? hints.searchAll : null;
  const { plan } = useNumberPlan(draft !== null || address.number !== null);
  const text = draft ?? address.q ?? (address.number ? `+${address.number}` : '');
  const intentOf = (typed: string, by: NumberPlan | null) =>
    searchIntent(typed, searchPlace(address, set, by));

  function apply(typed: string, by: NumberPlan | null) {
    clearTimeout(pending.current);
    const intent = intentOf(typed, by);
    const number = intent.kind === 'number' ? intent.number : null;
    const q = intent.kind === 'text' ? intent.text : null;
    const now = currentAddress();
    if (number === now.number && q === now.q) return;
    if (intent.kind === 'nothing') {
      isLeaving.current ||= leaveSearch(!isBegun.current);
      isBegun.current &&= isLeaving.current;
      return;
    }
    changeSearch({ number, q }, !isBegun.current);
    isBegun.current = true;
  }

  /** Asks for a number as the numbering plans read it, unless other text was typed meanwhile. */
  async function ask(typed: string) {
    clearTimeout(pending.current);
    asked.current = typed;
    const by = await loadNumberPlan();
    if (asked.current === typed) apply(typed, by);
  }

  async function enter() {
    if (text.trim() === '') return;
    await ask(text);
    if (asked.current !== text) return;
    isBegun.current = false;
    openOnlyMatch();
    if (intentOf(text, await loadNumberPlan()).kind === 'text' && search.canStart) {
      search.start();
    }
  }

  function type(typed: string) {
    setDraft(typed);
    clearTimeout(pending.current);
    asked.current = null;
    const isNumber = intentOf(typed, plan).kind === 'number';
    if (!isNumber) apply(typed, plan);
    if (isNumber || (plan === null && needsPlan(typed))) {
      pending.current = setTimeout(ask, askAfterMs, typed);
    }
  }

  async function settle() {
    if (draft !== null && intentOf(draft, plan).kind === 'number') await ask(draft);
    isBegun.current = false;
    setDraft((now) => (now === draft ? null : now));
  }

  // The address bar may hold another spelling of the number than rows are compared by.
  const written = address.number === null ? null : plan?.read(address.number);
  const number = written?.isValid ? written.digits : address.number;
  useEffect(() => {
    if (number !== address.number) setAddress({ number });
  }, [number, address.number]);

  const follow = useEffectEvent(() => {
    const wasLeaving = isLeaving.current;
    isLeaving.current = false;
    isBegun.current = false;
    asked.current = null;
    // Text that was typed on the way back begins another search.
    if (wasLeaving && draft) type(draft);
    else setDraft(null);
  });
  useEffect(() => {
    const listen = () => follow();
    addEventListener('popstate', listen);
    return () => removeEventListener('popstate', listen);
  }, []);

  return (
    <search className="relative block">
      <Search aria-hidden size={14} className="absolute inset-y-0 left-2.5 my-auto text-muted" />
      <input
        ref={input}
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        aria-label={words.searchNumbers}
        aria-keyshortcuts="/"
        aria-description={hint?.text}
        placeholder={words.numberOrDigits}
        value={text}
        onChange={(event) => type(event.target.value)}
        onFocus={() => void loadNumberPlan()}
        onBlur={() => void settle()}
        onKeyDown={(event) => {
          runShortcut(searchKeys, event, {
            ask: () => void enter(),
            rows: onRows,
            clear: () => (isStoppable ? search.stop() : type('')),
          });
        }}
        className={`h-8 finger:h-11 w-full rounded-md border border-control bg-page pl-8 placeholder:text-muted ${hint ? 'pr-18' : 'pr-8'}`}
      />
      {text === '' ? (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-1.5 pointer-coarse:hidden right-2 rounded border border-line px-1.5 font-mono text-2xs leading-4.5 text-muted"
        >
          /
        </kbd>
      ) : (
        <>
          {hint && (
            <kbd
              aria-hidden
              title={hint.text}
              className="absolute top-1.5 right-8.5 pointer-coarse:hidden rounded border border-line px-1.5 font-mono text-2xs leading-4.5 text-muted"
            >
              {hint.sign}
            </kbd>
          )}
          <IconButton
            label={words.clearSearch}
            className="absolute inset-y-0 right-0.5 my-auto"
            onClick={() => {
              type('');
              input.current?.focus();
            }}
          >
            <X aria-hidden size={14} />
          </IconButton>
        </>
      )}
    </search>
  );
}
