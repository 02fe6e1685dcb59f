import { Link, Trash2 } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { currentAddress, setAddress } from '../address/address-bar.ts';
import { usePastedFilter } from '../list/pasted-filter.ts';
import type { ColumnTaste } from '../table/useColumnTaste.ts';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { showToast } from '../ui/toast.ts';
import * as pasted from '../words/pasted.ts';
import { openView } from './open-view.ts';
import type { useViews } from './useViews.ts';
import { ViewsFile } from './ViewsFile.tsx';
import { longestName, type View } from './view.ts';
import { deleteView, saveView } from './views-store.ts';
import * as words from './words.ts';

interface ViewsPanelProps {
  views: ReturnType<typeof useViews>;
  taste: ColumnTaste;
  onClose: () => void;
}

/** Takes a change of the views back, and returns to the view before, unless another one was opened. */
function takeBack(undo: () => void, after: string | null, before: string | null) {
  undo();
  if (currentAddress().view === after) setAddress({ view: before });
}

/** The saved views: open, delete and save them, share one as a link or all as a file. */
export function ViewsPanel({ views, taste, onClose }: ViewsPanelProps) {
  const { active, current, dropped, isKept } = views;
  const isPasted = usePastedFilter() !== null;
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const wanted = name.trim();
  const isTaken = views.views.some((view) => view.name === wanted);

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (wanted === '') return;
    const { isKept, undo } = saveView({ name: wanted, ...current });
    const before = active?.name ?? null;
    setAddress({ view: wanted });
    setName('');
    // The panel stays open to say that the view will not last, beside the export.
    if (isKept) onClose();
    showToast({
      text: words.saved(wanted, isKept),
      // A new view can be deleted; a replaced one would be lost.
      undo: isTaken ? () => takeBack(undo, wanted, before) : undefined,
    });
  }

  function remove(view: View) {
    const { isKept, undo } = deleteView(view.name);
    if (view === active) setAddress({ view: null });
    input.current?.focus();
    showToast({
      text: words.deleted(view.name, isKept),
      undo: view === active ? () => takeBack(undo, null, view.name) : undo,
    });
  }

  async function copyLink() {
    const density = taste.taste.isCompact ? 'compact' : 'comfortable';
    const table = `columns=${taste.shown.join()}&density=${density}`;
    const query = [current.query, table].filter(Boolean).join('&');
    if (
      await copyText(
        `${location.origin}${location.pathname}?${query}`,
        isPasted ? words.theLinkWithoutList : words.theLink,
      )
    )
      onClose();
  }

  return (
    <section
      aria-label={words.views}
      className="grid w-72 phone:w-full grid-cols-[minmax(0,1fr)] gap-2 p-1"
    >
      {views.views.length === 0 ? (
        <p className="px-1.5 pt-1 text-muted">{words.noneYet(isKept)}</p>
      ) : (
        <ul>
          {views.views.map((view) => (
            <li key={view.name} className="flex items-center gap-1">
              <button
                type="button"
                aria-current={view === active}
                onClick={() => {
                  onClose();
                  openView(view, taste);
                }}
                className="min-w-0 flex-1 truncate rounded-md px-1.5 py-1.5 text-left hover:bg-hover aria-current:font-semibold aria-current:text-accent"
              >
                <bdi translate="no">{view.name}</bdi>
              </button>
              <IconButton label={words.deleteView(view.name)} onClick={() => remove(view)}>
                <Trash2 aria-hidden size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {!isKept && <p className="px-1.5 text-xs text-warn">{words.notKept}</p>}
      {dropped.length > 0 && (
        <div role="status" className="rounded-md bg-warn-soft px-2.5 py-1.5 text-xs text-warn">
          {dropped.map((sentence) => (
            <p key={sentence} className="wrap-anywhere">
              {sentence}
            </p>
          ))}
        </div>
      )}
      <form onSubmit={save} className="flex gap-1.5 border-t border-line pt-2">
        <input
          ref={input}
          required
          maxLength={longestName}
          value={name}
          onChange={({ target }) => setName(target.value)}
          autoComplete="off"
          aria-label={words.viewName}
          placeholder={words.viewName}
          className="h-7 min-w-0 flex-1 rounded-md border border-control bg-page px-2 placeholder:text-muted"
        />
        <Button type="submit">{isTaken ? words.replace : words.save}</Button>
      </form>
      <div className="flex flex-wrap gap-1.5 border-t border-line pt-2">
        <Button onClick={() => void copyLink()}>
          <Link aria-hidden size={13} />
          <span>{words.copyLink}</span>
        </Button>
        <ViewsFile views={views.views} />
      </div>
      {isPasted && <p className="px-1.5 text-xs text-warn">{pasted.notInLink}</p>}
    </section>
  );
}
