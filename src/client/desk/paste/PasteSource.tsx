import { type RefObject, useRef } from 'react';
import { knownCountry } from '../../fields/country-name.ts';
import { countryCodes } from '../../lib/country-codes.ts';
import { compareTexts, formatCount } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { changePasted } from './pasted-list.ts';
import type { Unread } from './read-list.ts';
import * as words from './words.ts';

interface PasteSourceProps {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  onFile: (file: File) => void;
  onClear: () => void;
  country: string | null;
}

const countries = countryCodes
  .map((code) => ({ code, name: knownCountry(code) ?? code }))
  .sort((a, b) => compareTexts(a.name, b.name));

/** The source of the list: pasted text, a dropped or chosen file, and the country of national numbers. */
export function PasteSource({ box, text, onText, onFile, onClear, country }: PasteSourceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="grid gap-2">
      <label className="grid gap-1.5 font-medium">
        <span>{words.yourNumbers}</span>
        <textarea
          ref={box}
          value={text}
          onChange={({ target }) => onText(target.value)}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          placeholder={words.pasteHere}
          className="w-full resize-y rounded-md border border-control bg-page px-2.5 py-2 font-mono font-normal placeholder:font-sans placeholder:text-muted"
        />
      </label>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={() => input.current?.click()}>{words.chooseFile}</Button>
        <input
          ref={input}
          type="file"
          accept=".txt,.csv,.tsv,text/plain,text/csv"
          aria-label={words.file}
          hidden
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) onFile(file);
            target.value = '';
          }}
        />
        <label className="flex min-w-0 items-center gap-2">
          <span className="text-muted">{words.nationalNumbersFrom}</span>
          <select
            value={country ?? ''}
            onChange={({ target }) => changePasted({ country: target.value || null })}
            className="h-7 max-w-44 min-w-0 rounded-md border border-control bg-page px-2"
          >
            <option value="">{words.noCountry}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {text !== '' && (
          <Button onClick={onClear} className="ml-auto">
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

const mostShown = 100;

/** Faults in the order of their weight: a column of dates must not hide a number that was lost. */
const places = Object.keys(words.faults);
const byFault = (a: Unread, b: Unread) => places.indexOf(a.fault) - places.indexOf(b.fault);

/** The pasted entries without a readable number, each with its reason: nothing is dropped silently. */
export function UnreadLines({ unread }: { unread: readonly Unread[] }) {
  if (unread.length === 0) return null;
  const sorted = unread.toSorted(byFault);
  return (
    <details className="rounded-lg border border-line bg-page px-3 py-2">
      <summary className="font-medium">{words.entriesSkipped(unread.length)}</summary>
      <div className="flex items-start gap-2 pt-1">
        <ul className="min-w-0 flex-1">
          {sorted.slice(0, mostShown).map(({ line, text, fault }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line can hold the same text twice.
            <li key={at} className="leading-6 wrap-anywhere">
              <span>{`${words.line(formatCount(line))} `}</span>
              <bdi translate="no" className="font-mono">
                {text}
              </bdi>
              <span className="text-muted">{` ${words.faults[fault]}`}</span>
            </li>
          ))}
          {unread.length > mostShown && (
            <li className="text-muted">{words.more(formatCount(unread.length - mostShown))}</li>
          )}
        </ul>
        <CopyButton
          text={() => sorted.map(({ text }) => text).join('\n')}
          what={words.whatWasSkipped}
          says={words.entries(unread.length)}
        />
      </div>
    </details>
  );
}
