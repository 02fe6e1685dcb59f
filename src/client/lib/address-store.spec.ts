import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAddressStore, type SetOptions } from './address-store.ts';

const names = ['q', 'open'] as const;
type Values = Record<(typeof names)[number], string | null>;

const read = (search: string) =>
  Object.fromEntries(names.map((name) => [name, new URLSearchParams(search).get(name)])) as Values;

function writeValues(values: Values): string {
  const set = names.flatMap((name) => (values[name] === null ? [] : [[name, values[name]]]));
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
}

/** A tab with one entry in its history, whose browser says yes or no to a new address. */
function openTab() {
  const entries = ['/?q=a'];
  const states: unknown[] = [null];
  const writtenAt: number[] = [];
  let isRefusing = false;
  const here = () => new URL(entries.at(-1)!, 'http://127.0.0.1');
  const write = (forgotten: number) => (state: unknown, _title: string, url: string) => {
    if (isRefusing) throw new DOMException('Too many calls', 'SecurityError');
    writtenAt.push(performance.now());
    entries.splice(entries.length - forgotten, forgotten, url);
    states.splice(states.length - forgotten, forgotten, state);
  };
  const events = new EventTarget();
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('location', {
    get search() {
      return here().search;
    },
    pathname: '/',
    hash: '',
  });
  vi.stubGlobal('history', {
    get state() {
      return states.at(-1);
    },
    pushState: write(0),
    replaceState: write(1),
    back() {
      entries.pop();
      states.pop();
      events.dispatchEvent(new Event('popstate'));
    },
  });
  return {
    entries,
    writtenAt,
    leave: () => events.dispatchEvent(new Event('pagehide')),
    refuse: (refusing: boolean) => {
      isRefusing = refusing;
    },
    ...createAddressStore({ read, write: writeValues }),
  };
}

const push: SetOptions = { history: 'push' };

beforeEach(() => void vi.useFakeTimers());
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The most that were written within half a minute, which Safari ends at a hundred. */
const mostInHalfAMinute = (times: number[]) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 30_000).length));

describe('the address follows the state', () => {
  test('two rewrites in quick succession are both in it at once', () => {
    const { set, entries } = openTab();
    set({ q: 'ab' });
    expect(location.search).toBe('?q=ab');
    set({ q: 'abc' });
    expect(location.search).toBe('?q=abc');
    expect(entries).toHaveLength(1);
  });

  test('a push is an entry of its own, and what was typed before it stays in the one before', () => {
    const { set, back, entries } = openTab();
    for (let typed = 0; typed < 30; typed++) set({ q: String(typed) });
    expect(location.search).not.toBe('?q=29');
    set({ open: '1' }, push);
    expect(entries).toEqual(['/?q=29', '/?q=29&open=1']);
    back();
    expect(location.search).toBe('?q=29');
  });

  test('the last of many rewrites is made soon, or when the page is left', async () => {
    const { set, leave } = openTab();
    for (let typed = 0; typed < 30; typed++) set({ q: String(typed) });
    await vi.advanceTimersByTimeAsync(400);
    expect(location.search).toBe('?q=29');
    set({ q: 'b' });
    set({ q: 'c' });
    leave();
    expect(location.search).toBe('?q=c');
  });
});

describe('an entry holds values that no link takes along', () => {
  test('later entries keep them, and the way back leads to those of before', () => {
    const { set, back, getEntry } = openTab();
    set({ q: 'b' }, { entry: { list: 1 } });
    set({ open: '1' }, { history: 'push', entry: { dialog: 2 } });
    set({ q: 'c' });
    expect(getEntry()).toEqual({ list: 1, dialog: 2 });
    expect(history.state).toEqual({ list: 1, dialog: 2 });
    expect(location.search).toBe('?q=c&open=1');
    back();
    expect(getEntry()).toEqual({ list: 1 });
    expect(location.search).toBe('?q=b');
  });

  test('later entries do not keep those of one entry alone, and the way back leads to them', () => {
    const { set, back, getEntry } = openTab();
    set({ open: '1' }, { history: 'push', entry: { list: 1 }, own: { over: 'a' } });
    set({ open: '2' });
    set({ open: '2' }, { own: { under: 'c' } });
    expect(getEntry()).toEqual({ list: 1, own: { over: 'a', under: 'c' } });
    set({ q: 'b' }, push);
    expect(getEntry()).toEqual({ list: 1 });
    back();
    expect(history.state).toEqual({ list: 1, own: { over: 'a', under: 'c' } });
  });

  test('those of an entry that was not made yet are dropped with it', async () => {
    const tab = openTab();
    tab.refuse(true);
    tab.set({ open: '1' }, { history: 'push', entry: { list: 1 } });
    expect(tab.getEntry()).toEqual({ list: 1 });
    tab.back();
    tab.refuse(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tab.getEntry()).toBeNull();
  });
});

describe('a browser refuses what is written too often', () => {
  test.each([
    ['rewrites', () => undefined],
    ['entries to come back from', () => push],
    ['both by turns', (at: number) => (at % 2 ? push : undefined)],
    ['an entry after every ten rewrites', (at: number) => (at % 10 ? undefined : push)],
  ])('%s, sixty a second for two minutes, stay below a hundred in any half', async (_, how) => {
    const { set, writtenAt } = openTab();
    for (let at = 0; at < 2 * 60 * 60; at++) {
      set({ q: String(at) }, how(at));
      await vi.advanceTimersByTimeAsync(1000 / 60);
    }
    expect(mostInHalfAMinute(writtenAt)).toBeLessThan(100);
    await vi.runAllTimersAsync();
    expect(location.search).toBe('?q=7199');
  });

  test.each([
    ['a rewrite', undefined, ['/?q=b']],
    ['an entry to come back from', push, ['/?q=a', '/?q=b']],
  ])('%s that is refused is made later', async (_, how, entries) => {
    const tab = openTab();
    tab.refuse(true);
    tab.set({ q: 'b' }, how);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(tab.entries).toEqual(['/?q=a']);
    tab.refuse(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tab.entries).toEqual(entries);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('entries that follow each other faster than the browser takes them stay apart', async () => {
    const tab = openTab();
    tab.refuse(true);
    for (const q of ['b', 'c', 'd']) tab.set({ q }, push);
    tab.set({ q: 'de' });
    tab.refuse(false);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(tab.entries).toEqual(['/?q=a', '/?q=b', '/?q=c', '/?q=de']);
  });

  test('going back from such an entry leads to the one before, made or not', async () => {
    const tab = openTab();
    tab.refuse(true);
    tab.set({ q: 'b' }, { history: 'push', entry: { list: 1 } });
    tab.set({ open: '1' }, { history: 'push', own: { over: 'b' } });
    tab.back();
    expect(tab.get()).toEqual({ q: 'b', open: null });
    expect(tab.getEntry()).toEqual({ list: 1 });
    tab.refuse(false);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(tab.entries).toEqual(['/?q=a', '/?q=b']);
    tab.back();
    expect(tab.get()).toEqual({ q: 'a', open: null });
  });

  test('a burst of entries leaves no more of them to wait for than the browser takes in ten seconds', async () => {
    const tab = openTab();
    for (let at = 0; at < 200; at++) tab.set({ q: String(at) }, push);
    await vi.advanceTimersByTimeAsync(10_000);
    // The newest ones are those that Back is asked for.
    expect(tab.entries.slice(-3)).toEqual(['/?q=197', '/?q=198', '/?q=199']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('going back from an entry that was not made yet stays on the page', async () => {
    const tab = openTab();
    tab.refuse(true);
    tab.set({ open: '1' }, push);
    tab.back();
    tab.refuse(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tab.entries).toEqual(['/?q=a']);
  });

  test('leaving the page while it refuses breaks nothing', () => {
    const tab = openTab();
    tab.refuse(true);
    tab.set({ q: 'b' });
    expect(tab.leave).not.toThrow();
    // The browser may keep the page, and show it again.
    tab.refuse(false);
    vi.advanceTimersByTime(30_000);
    expect(tab.entries).toEqual(['/?q=b']);
  });

  test('a page that is left after a burst leaves the address that the reader saw', () => {
    const tab = openTab();
    for (let at = 0; at < 200; at++) tab.set({ q: String(at) }, push);
    tab.leave();
    expect(tab.entries.at(-1)).toBe('/?q=199');
    expect(tab.writtenAt.length).toBeLessThan(30);
  });
});
