import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { noFilters } from '../../address/address.ts';
import { setAddress } from '../../address/address-bar.ts';
import { useNumberPlan } from '../../address/useNumberPlan.ts';
import { loadedWords } from '../../list/scope-words.ts';
import { onlyCountry, rentedLines } from '../../list/search-place.ts';
import type { NumberList } from '../../list/useNumberList.ts';
import { LoadControls } from '../../status/LoadControls.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Desk } from '../desk.ts';
import { ComparedParts } from './ComparedParts.tsx';
import { compareLists } from './compare-lists.ts';
import { PasteSource } from './PasteSource.tsx';
import { isProven, listWords, reachWords } from './paste-words.ts';
import { type PastedList, readList } from './read-list.ts';
import { UnreadLines } from './UnreadLines.tsx';
import * as words from './words.ts';

const nothing: PastedList = { numbers: [], repeated: 0, unread: [] };

/** The pasted list, and its comparison with the loaded rows. Both follow as more rows arrive. */
function useComparison({ version }: NumberList, typed: string, country: string | null) {
  const text = useDeferredValue(typed);
  // The dialog opens only after the plans are loaded.
  const { plan } = useNumberPlan(true);
  const list = useMemo(() => {
    if (plan === null) return nothing;
    const rented = rentedLines(version.set);
    return readList(text, { read: plan.read, isRented: (line) => rented.has(line), country });
  }, [text, version, country, plan]);
  const comparison = useMemo(() => compareLists(version.set.rows, list.numbers), [version, list]);
  return { list, comparison };
}

/** Room for a million numbers: a larger file holds something else. */
const largestFile = 20 * 1024 * 1024;

interface PasteDialogProps extends Desk {
  onClose: () => void;
}

/** Compares a list of numbers from elsewhere with the rented numbers. */
export function PasteDialog({ list, address, columns, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>();
  const country = chosen === undefined ? onlyCountry(address, list.set) : chosen;
  const [failure, setFailure] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // The open dialog has focused its first button, before this effect runs.
  useEffect(() => box.current?.focus(), []);
  const { list: pasted, comparison } = useComparison(list, text, country);

  const isFiltered = Object.keys(list.asked).length > 0;
  const reach = { scope: list.scope, isFiltered };

  async function take(file: File) {
    if (file.size > largestFile) return setFailure(words.fileTooLarge);
    const content = await file.text();
    if (content.includes('\0')) {
      return setFailure(words.noTextFile);
    }
    setFailure(null);
    setText(content);
  }

  return (
    <Dialog title={words.title} onClose={onClose} className="mt-4 w-240">
      {() => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a file can be chosen with a button too.
        <div
          className="grid gap-4 px-5 pt-1 pb-5"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            const [file] = event.dataTransfer.files;
            if (!file) return;
            event.preventDefault();
            void take(file);
          }}
        >
          <PasteSource
            box={box}
            text={text}
            onText={(typed) => {
              setFailure(null);
              setText(typed);
            }}
            onFile={(file) => void take(file)}
            country={country}
            onCountry={setChosen}
          />
          {failure && (
            <p role="alert" className="text-bad">
              {failure}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p role="status" className="min-w-0 flex-1 basis-80">
              {text.trim() !== '' && (
                <span className="font-medium">{`${words.yourList(listWords(pasted))} `}</span>
              )}
              <span className={isProven(reach) ? 'text-muted' : 'text-warn'}>
                {reachWords(reach)}
              </span>
            </p>
            {list.scope.status === 'walking' && (
              <span className="text-muted">{loadedWords(list.scope)}</span>
            )}
            {isFiltered && (
              <Button onClick={() => setAddress(noFilters, { history: 'push' })}>
                {words.compareUnfiltered}
              </Button>
            )}
            {!isProven(reach) && <LoadControls list={list} />}
          </div>
          {text.trim() !== '' && (
            <>
              {pasted.numbers.length > 0 && (
                <ComparedParts
                  list={list}
                  columns={columns}
                  comparison={comparison}
                  reach={reach}
                />
              )}
              <UnreadLines unread={pasted.unread} />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
