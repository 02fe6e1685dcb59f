import * as v from 'valibot';
import { canKeep } from '../lib/kept-text.ts';
import { createStore, useStore } from '../lib/store.ts';
import { readTaste, writeTaste } from '../lib/taste.ts';
import { type ParsedViews, parseViews, toViewsFile } from './parse-views.ts';
import type { View } from './view.ts';

const storageKey = 'views';
const none: ParsedViews = { views: [], dropped: [] };

interface SavedViews extends ParsedViews {
  /** Whether the browser stores the views. */
  isKept: boolean;
}

function read(): ParsedViews {
  const stored = readTaste(storageKey, v.unknown(), null);
  return stored === null ? none : parseViews(stored);
}

const store = createStore<SavedViews>(() => ({ ...read(), isKept: canKeep() }));
// Another tab has saved or deleted a view.
addEventListener('storage', () => store.set({ ...store.get(), ...read() }));

/** A change of the views. */
interface Change {
  /** Whether the browser stores the views. */
  isKept: boolean;
  /** Takes the change back. Views that were saved since stay. */
  undo: () => void;
}

const hasView = (views: readonly View[], name: string) => views.some((view) => view.name === name);

function write(views: readonly View[], dropped: readonly string[] = []): Change {
  const before = store.get();
  const isKept = writeTaste(storageKey, toViewsFile(views));
  store.set({ views, dropped, isKept });
  function undo() {
    const isLater = ({ name }: View) => !hasView(before.views, name) && !hasView(views, name);
    write([...before.views, ...store.get().views.filter(isLater)], before.dropped);
  }
  return { isKept, undo };
}

/** Saves a view. A view of the same name is replaced. */
export function saveView(view: View): Change {
  const { views } = store.get();
  const isThere = hasView(views, view.name);
  return write(
    isThere ? views.map((one) => (one.name === view.name ? view : one)) : [...views, view],
  );
}

export const deleteView = (name: string): Change =>
  write(store.get().views.filter((view) => view.name !== name));

/** Imports the views of a file. Views of the same name are replaced. */
export function importViews({ views, dropped }: ParsedViews): Change {
  const others = store.get().views.filter(({ name }) => !hasView(views, name));
  return write([...others, ...views], dropped);
}

/** The saved views of this browser, and their unreadable parts. */
export const useSavedViews = () => useStore(store);
