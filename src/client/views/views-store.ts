import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { canKeep } from '../lib/kept-text.ts';
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

let state: SavedViews = { ...read(), isKept: canKeep() };
const listeners = new Set<() => void>();

function become(next: SavedViews) {
  state = next;
  for (const listener of listeners) listener();
}

function write(views: readonly View[], dropped: readonly string[] = []): boolean {
  const isKept = writeTaste(storageKey, toViewsFile(views));
  become({ views, dropped, isKept });
  return isKept;
}

/**
 * Saves a view. A view of the same name is replaced.
 *
 * @returns whether the browser stores it.
 */
export function saveView(view: View): boolean {
  const isThere = state.views.some(({ name }) => name === view.name);
  return write(
    isThere
      ? state.views.map((one) => (one.name === view.name ? view : one))
      : [...state.views, view],
  );
}

export const deleteView = (name: string): boolean =>
  write(state.views.filter((view) => view.name !== name));

/** Imports the views of a file. Views of the same name are replaced. */
export function importViews({ views, dropped }: ParsedViews): boolean {
  const others = state.views.filter(({ name }) => !views.some((view) => view.name === name));
  return write([...others, ...views], dropped);
}

function subscribe(listener: () => void) {
  // Another tab has saved or deleted a view.
  const follow = () => become({ ...read(), isKept: state.isKept });
  listeners.add(listener);
  addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', follow);
  };
}

/** The saved views of this browser, and their unreadable parts. */
export const useSavedViews = () => useSyncExternalStore(subscribe, () => state);
