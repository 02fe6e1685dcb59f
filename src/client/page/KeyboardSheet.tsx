import { globalKeys, snapshotKeys } from '../desk/keys/global-keys.ts';
import { ctrlWord, keyLabels, spokenKeys } from '../desk/keys/key-names.ts';
import * as words from '../desk/words.ts';
import { detailKeys, dockKeys } from '../detail/detail-keys.ts';
import { searchKeys } from '../filters/search-keys.ts';
import { findingKeys } from '../findings/useFindingKeys.ts';
import { timelineKeys } from '../history/timeline-keys.ts';
import type { Shortcut } from '../lib/shortcut.ts';
import { mapKeys, monthChoiceKeys, monthMoveKeys } from '../overview/picture-keys.ts';
import * as overview from '../overview/words.ts';
import { gridKeys, headerKeys } from '../table/grid-keys.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { toastKeys, toToastKeys } from '../ui/toast-keys.ts';

/** The keys of one part of the page. */
interface KeyGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

interface Offered {
  /** Whether snapshots are kept, and whether the person may take one. */
  hasHistory: boolean;
  canTakeSnapshot: boolean;
}

/** All keys of the page, from the rooms that handle them. */
export const keyGroups = ({ hasHistory, canTakeSnapshot }: Offered): readonly KeyGroup[] => [
  {
    title: words.everywhere,
    shortcuts: [
      ...globalKeys,
      ...(canTakeSnapshot ? snapshotKeys : []),
      ...findingKeys,
      ...toToastKeys,
    ],
  },
  { title: words.inTable, shortcuts: gridKeys },
  { title: words.onHeader, shortcuts: headerKeys },
  { title: words.inDetails, shortcuts: detailKeys },
  { title: words.onDockEdge, shortcuts: dockKeys },
  { title: overview.keys.onMap, shortcuts: mapKeys },
  { title: overview.keys.onMonths, shortcuts: [...monthMoveKeys, ...monthChoiceKeys] },
  ...(hasHistory ? [{ title: words.onTimeline, shortcuts: timelineKeys }] : []),
  { title: words.inSearchAndMenus, shortcuts: searchKeys },
  { title: words.inMessage, shortcuts: toastKeys },
];

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

interface KeyboardSheetProps extends Offered {
  onClose: () => void;
}

/** The sheet of all keys of the page. */
export function KeyboardSheet({ onClose, ...offered }: KeyboardSheetProps) {
  return (
    <Dialog title={words.keyboard} onClose={onClose} className="my-auto w-220">
      {() => (
        <div className="gap-x-8 px-5 pb-6 md:columns-2">
          {keyGroups(offered).map(({ title, shortcuts }) => (
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
