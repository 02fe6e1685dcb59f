import type { Shortcut } from '../../lib/shortcut.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import * as words from '../words.ts';
import { ctrlWord, keyLabels, spokenKeys } from './key-names.ts';

/** The keys of one part of the page. */
export interface KeyGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

const Key = ({ name }: { name: string }) => (
  <kbd
    translate="no"
    className="inline-block min-w-6 rounded border border-control bg-page px-1.5 text-center font-mono text-xs leading-5"
  >
    {name in spokenKeys ? (
      <>
        <span aria-hidden>{name}</span>
        <span className="sr-only">{spokenKeys[name]}</span>
      </>
    ) : (
      name
    )}
  </kbd>
);

function Keys({ keys }: Pick<Shortcut, 'keys'>) {
  const strokes = keys.map((stroke) => keyLabels(stroke, ctrlWord()));
  // Beside keys that are pressed together, others would seem to be pressed with them.
  const isOrShown = strokes.some(({ length }) => length > 1);
  return strokes.map((together, at) => (
    <span key={together.join()}>
      {at > 0 && <span className={isOrShown ? 'text-muted' : 'sr-only'}>{` ${words.or}`}</span>}
      {at > 0 && !isOrShown && <span> </span>}
      <span className="whitespace-nowrap">
        {together.map((key) => (
          <span key={key}>
            {key !== together[0] && <span> </span>}
            <Key name={key} />
          </span>
        ))}
      </span>
    </span>
  ));
}

/** The sheet of all keys of the page. */
export function KeyboardSheet({
  groups,
  onClose,
}: {
  groups: readonly KeyGroup[];
  onClose: () => void;
}) {
  return (
    <Dialog title={words.keyboard} onClose={onClose} className="my-auto w-220">
      {() => (
        <div className="gap-x-8 px-5 pb-6 md:columns-2">
          {groups.map(({ title, shortcuts }) => (
            <section key={title} aria-label={title} className="break-inside-avoid pt-3">
              <h3 className="border-b border-line pb-1.5 font-semibold">{title}</h3>
              <dl>
                {shortcuts.map(({ keys, does }) => (
                  <div
                    key={does}
                    className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-4 pt-2"
                  >
                    <dt>
                      <Keys keys={keys} />
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
    </Dialog>
  );
}
