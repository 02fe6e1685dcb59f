import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { createStore, useStore } from '../lib/store.ts';
import { readTaste, writeTaste } from '../lib/taste.ts';

/** The width of docked details in pixels, until the reader chooses another one. */
export const usualDockWidth = 420;

export const leastDockWidth = 320;
const most = 720;
/** The width that the table keeps: the number and what is compared with it. */
export const leastTableWidth = 480;

/** The least and the greatest width of docked details, where table and details share some room. */
export const dockLimits = (room: number) => ({
  least: leastDockWidth,
  most: Math.max(leastDockWidth, Math.min(most, Math.floor(room) - leastTableWidth)),
});

/** A chosen width within the limits. */
export function dockWidth(chosen: number, room: number): number {
  const limits = dockLimits(room);
  return Math.round(Math.min(Math.max(chosen, limits.least), limits.most));
}

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
