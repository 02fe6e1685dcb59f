import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { createStore, useStore } from '../lib/store.ts';
import { readTaste, writeTaste } from '../lib/taste.ts';
import { usualDockWidth } from './dock-width.ts';

const storageKey = 'details';

const detailTasteSchema = v.object({
  /** The width in pixels that the reader chose for docked details. */
  width: v.number(),
  /** Whether the meaning of each field is shown. */
  isExplained: v.boolean(),
});

type DetailTaste = v.InferOutput<typeof detailTasteSchema>;

const usualTaste: DetailTaste = { width: usualDockWidth, isExplained: false };

const store = createStore(() => readTaste(storageKey, detailTasteSchema, usualTaste));

/** Changes how the details look, for as long as the page is open. */
export const changeDetailTaste = (change: Partial<DetailTaste>) =>
  store.set({ ...store.get(), ...change });

/** Stores how the details look in this browser. */
export const keepDetailTaste = () => void writeTaste(storageKey, store.get());

export const useDetailTaste = () => useStore(store);

/** A text that depends on the width that the reader chose: rendered anew only when the text changes. */
export const useByDockWidth = (textOf: (chosen: number) => string): string =>
  useSyncExternalStore(store.subscribe, () => textOf(store.get().width));
