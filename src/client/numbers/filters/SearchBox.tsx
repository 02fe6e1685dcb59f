import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import * as words from '../../words/filters.ts';
import type { Address } from '../address.ts';
import { setAddress } from '../address-bar.ts';
import { searchIntent } from '../search-intent.ts';

/** Long enough not to ask Apifonica for every digit of a number that is being typed. */
const askAfterMs = 350;

interface SearchBoxProps {
  address: Address;
}

/** One box: a whole number asks Apifonica, anything else narrows the loaded rows as it is typed. */
export function SearchBox({ address }: SearchBoxProps) {
  // What is being typed; without it the box shows what the address bar says.
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = draft ?? address.q ?? (address.number ? `+${address.number}` : '');

  function apply(typed: string) {
    clearTimeout(pending.current);
    const intent = searchIntent(typed);
    const number = intent.kind === 'number' ? intent.number : null;
    const q = intent.kind === 'text' ? intent.text : null;
    if (number === address.number && q === address.q) return;
    // Another list is a place to come back from; narrowing the one on screen is not.
    setAddress({ number, q }, { history: number === address.number ? 'replace' : 'push' });
  }

  function type(typed: string) {
    setDraft(typed);
    clearTimeout(pending.current);
    if (searchIntent(typed).kind === 'number')
      pending.current = setTimeout(apply, askAfterMs, typed);
    else apply(typed);
  }

  function settle() {
    if (draft !== null && searchIntent(draft).kind === 'number') apply(draft);
    setDraft(null);
  }

  useEffect(() => {
    const follow = () => setDraft(null);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  return (
    <search className="relative block">
      <Search aria-hidden size={14} className="absolute top-2 left-2.5 text-muted" />
      <input
        ref={input}
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        aria-label={words.searchNumbers}
        aria-keyshortcuts="/"
        placeholder={words.numberOrDigits}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') apply(text);
          if (event.key === 'Escape') type('');
        }}
        className="h-8 w-full rounded-md border border-control bg-page pr-8 pl-8 placeholder:text-muted"
      />
      {text === '' ? (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-1.5 pointer-coarse:hidden right-2 rounded border border-line px-1.5 font-mono text-2xs leading-4.5 text-muted"
        >
          /
        </kbd>
      ) : (
        <IconButton
          label={words.clearSearch}
          className="absolute top-0.5 right-0.5"
          onClick={() => {
            type('');
            input.current?.focus();
          }}
        >
          <X aria-hidden size={14} />
        </IconButton>
      )}
    </search>
  );
}
