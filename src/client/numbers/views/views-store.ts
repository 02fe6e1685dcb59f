import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { readTaste, writeTaste } from '../../lib/taste.ts';
import { announce } from '../../ui/announce.ts';
import * as words from '../../words/views.ts';
import { type ParsedViews, parseViews, toViewsFile } from './parse-views.ts';
import type { View } from './view.ts';

const storageKey = 'views';
const none: ParsedViews = { views: [], dropped: [] };

function read(): ParsedViews {
  const stored = readTaste(storageKey, v.unknown(), null);
  return stored === null ? none : parseViews(stored);
}

let state = read();
const listeners = new Set<() => void>();

function become(next: ParsedViews) {
  state = next;
  for (const listener of listeners) listener();
}

function write(views: readonly View[], dropped: readonly string[] = []) {
  const file = toViewsFile(views);
  writeTaste(storageKey, file);
  const kept = JSON.stringify(readTaste(storageKey, v.unknown(), null)) === JSON.stringify(file);
  if (!kept) announce(words.refusedToKeep);
  become({ views, dropped });
}

/** Puts a view among the saved ones, in the place of the one with its name. */
export function saveView(view: View): void {
  const isThere = state.views.some(({ name }) => name === view.name);
  write(
    isThere
      ? state.views.map((one) => (one.name === view.name ? view : one))
      : [...state.views, view],
  );
}

export const deleteView = (name: string): void =>
  write(state.views.filter((view) => view.name !== name));

/** Takes the views of a file in; those of the same name are replaced. */
export function importViews({ views, dropped }: ParsedViews): void {
  const others = state.views.filter(({ name }) => !views.some((view) => view.name === name));
  write([...others, ...views], dropped);
}

function subscribe(listener: () => void) {
  // Another tab has saved or deleted one.
  const follow = () => become(read());
  listeners.add(listener);
  addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', follow);
  };
}

/** The saved views of this browser, and what of them could not be read. */
export const useSavedViews = () => useSyncExternalStore(subscribe, () => state);
