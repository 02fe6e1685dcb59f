import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { setAddress } from '../../address/address-bar.ts';
import { openDetails } from '../../address/open-details.ts';
import { clearFilters } from '../../filters/clear-filters.ts';
import { openKey } from '../../list/open-row.ts';
import { pastedEntry } from '../../list/pasted-filter.ts';
import { loadedWords } from '../../list/scope-words.ts';
import { LoadControls } from '../../status/LoadControls.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toast.ts';
import type { Desk } from '../desk.ts';
import { ComparedParts } from './ComparedParts.tsx';
import { compareLists } from './compare-lists.ts';
import { PasteSource, UnreadLines } from './PasteSource.tsx';
import { isProven, listWords, reachWords, readingWords } from './paste-words.ts';
import { changePasted, clearPasted, usePasted } from './pasted-list.ts';
import * as words from './words.ts';

/** Room for a million numbers: a larger file holds something else. */
const largestFile = 20 * 1024 * 1024;

interface PasteDialogProps extends Desk {
  /** The country of national numbers. */
  country: string | null;
  onClose: () => void;
}

/** Compares a list of numbers from elsewhere with the rented numbers. */
export function PasteDialog({ list, columns, country, onClose }: PasteDialogProps) {
  const { text, list: pasted, progress } = usePasted();
  const [failure, setFailure] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const content = useRef<HTMLDivElement>(null);
  // The open dialog has focused its first button, before this effect runs. A person who comes back
  // from a number stands at that number again.
  useEffect(() => {
    const opened = content.current?.querySelector<HTMLElement>('[data-opened=true]');
    (opened ?? box.current)?.focus();
  }, []);
  const version = useDeferredValue(list.version);
  const { numbers } = pasted;
  const comparison = useMemo(() => compareLists(version.set.rows, numbers), [version, numbers]);

  const isFiltered = Object.keys(list.asked).length > 0;
  const reach = { scope: list.scope, isFiltered };

  async function take(file: File) {
    if (file.size > largestFile) return setFailure(words.fileTooLarge);
    const content = await file.text();
    if (content.includes('\0')) {
      return setFailure(words.noTextFile);
    }
    setFailure(null);
    changePasted({ text: content });
  }

  /** Leaves for another look at the page. Back leads to the comparison again. */
  function leave(close: () => void, go: (entry: object) => void) {
    setAddress({}, { entry: pastedEntry('pastedDialog', true) });
    go(pastedEntry('pastedDialog', false));
    close();
  }

  return (
    <Dialog title={words.title} onClose={onClose} className="mt-4 w-240">
      {(close) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a file can be chosen with a button too.
        <div
          ref={content}
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
              changePasted({ text: typed });
            }}
            onFile={(file) => void take(file)}
            onClear={() => {
              showToast({ text: words.cleared, undo: clearPasted() });
              box.current?.focus();
            }}
            country={country}
          />
          {failure && (
            <p role="alert" className="text-bad">
              {failure}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p role="status" className="min-w-0 flex-1 basis-80">
              {text.trim() !== '' && (
                <span className="font-medium">
                  {`${progress === null ? words.yourList(listWords(pasted)) : readingWords(progress)} `}
                </span>
              )}
              <span className={isProven(reach) ? 'text-muted' : 'text-warn'}>
                {reachWords(reach)}
              </span>
            </p>
            {list.scope.status === 'walking' && (
              <span className="text-muted">{loadedWords(list.scope)}</span>
            )}
            {isFiltered && <Button onClick={clearFilters}>{words.compareUnfiltered}</Button>}
            {!isProven(reach) && <LoadControls list={list} />}
            {numbers.size > 0 && (
              <Button
                title={words.backReturns}
                onClick={() =>
                  leave(close, (entry) =>
                    setAddress(
                      { show: null, open: null },
                      { history: 'push', entry: { ...entry, ...pastedEntry('pastedRows', true) } },
                    ),
                  )
                }
              >
                {words.showInTable}
              </Button>
            )}
          </div>
          {text.trim() !== '' && <UnreadLines unread={pasted.unread} />}
          {text.trim() !== '' && numbers.size > 0 && (
            <ComparedParts
              set={version.set}
              asked={list.asked}
              columns={columns}
              numbers={numbers}
              comparison={comparison}
              reach={reach}
              onOpen={(row) => {
                changePasted({ opened: row.number_sid });
                leave(close, (entry) => openDetails(openKey(row, list.set), { entry }));
              }}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}
