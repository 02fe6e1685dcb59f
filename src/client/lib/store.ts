import { useSyncExternalStore } from 'react';

/** A value outside of components. The value itself never changes in place. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  /** @returns a function that stops listening. */
  subscribe(listener: () => void): () => void;
}

/** @param first makes the first value when somebody asks for it, so that an import reads nothing. */
export function createStore<T>(first: () => T): Store<T> {
  const listeners = new Set<() => void>();
  let held: { value: T } | null = null;
  return {
    get() {
      held ??= { value: first() };
      return held.value;
    },
    set(next) {
      held = { value: next };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value of a store; the component renders anew when the value changes. */
export const useStore = <T>({ get, subscribe }: Store<T>): T =>
  useSyncExternalStore(subscribe, get);
