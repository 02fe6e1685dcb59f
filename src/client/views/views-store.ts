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

function write(views: readonly View[], dropped: readonly string[] = []): boolean {
  const isKept = writeTaste(storageKey, toViewsFile(views));
  store.set({ views, dropped, isKept });
  return isKept;
}

/**
 * Saves a view. A view of the same name is replaced.
 *
 * @returns whether the browser stores it.
 */
export function saveView(view: View): boolean {
  const { views } = store.get();
  const isThere = views.some(({ name }) => name === view.name);
  return write(
    isThere ? views.map((one) => (one.name === view.name ? view : one)) : [...views, view],
  );
}

export const deleteView = (name: string): boolean =>
  write(store.get().views.filter((view) => view.name !== name));

/** Imports the views of a file. Views of the same name are replaced. */
export function importViews({ views, dropped }: ParsedViews): boolean {
  const others = store.get().views.filter(({ name }) => !views.some((view) => view.name === name));
  return write([...others, ...views], dropped);
}

/** The saved views of this browser, and their unreadable parts. */
export const useSavedViews = () => useStore(store);
