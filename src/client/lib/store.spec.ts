import { expect, test, vi } from 'vitest';
import { createStore } from './store.ts';

test('the first value is made once, when somebody asks for it', () => {
  const first = vi.fn(() => 1);
  const store = createStore(first);
  expect(first).not.toHaveBeenCalled();
  expect([store.get(), store.get()]).toEqual([1, 1]);
  expect(first).toHaveBeenCalledTimes(1);
});

test('a value that was set before anybody asked replaces the first one', () => {
  const first = vi.fn(() => 1);
  const store = createStore<number | null>(first);
  store.set(null);
  expect(store.get()).toBeNull();
  expect(first).not.toHaveBeenCalled();
});

test('listeners hear of every value until they stop', () => {
  const store = createStore(() => 'a');
  const heard: string[] = [];
  const stop = store.subscribe(() => heard.push(store.get()));
  store.set('b');
  store.set('c');
  stop();
  store.set('d');
  expect(heard).toEqual(['b', 'c']);
});
