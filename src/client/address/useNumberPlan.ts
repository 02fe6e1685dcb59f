import { useEffect } from 'react';
import { createStore, useStore } from '../lib/store.ts';
import type { numberPlan } from './number-plan.ts';

export type NumberPlan = typeof numberPlan;

interface State {
  plan: NumberPlan | null;
  /** Whether it may still come. */
  isPending: boolean;
}

const store = createStore<State>(() => ({ plan: null, isPending: true }));
let loading: Promise<NumberPlan | null> | null = null;

function settle(plan: NumberPlan | null): NumberPlan | null {
  store.set({ plan, isPending: false });
  return plan;
}

async function load(): Promise<NumberPlan | null> {
  try {
    return settle((await import('./number-plan.ts')).numberPlan);
  } catch {
    // The next one who asks tries again; until then digits count as they are written.
    loading = null;
    return settle(null);
  }
}

/** The numbering plans, loaded once; null where they cannot be loaded. */
export function loadNumberPlan(): Promise<NumberPlan | null> {
  loading ??= load();
  return loading;
}

const manyDigits = /(?:\p{Nd}\P{Nd}*){5}|\p{Nd}{3}.*[a-z]{3}/iu;

/** Whether a text can be a number of which the plans know another writing. */
export const needsPlan = (text: string | null): boolean => text !== null && manyDigits.test(text);

/** The numbering plans, which are loaded once they are wanted. */
export function useNumberPlan(isWanted: boolean): State {
  const now = useStore(store);
  useEffect(() => {
    if (isWanted) void loadNumberPlan();
  }, [isWanted]);
  return { plan: now.plan, isPending: isWanted && now.isPending };
}
