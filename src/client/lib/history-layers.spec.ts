import fc from 'fast-check';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createAddressStore, type SetOptions } from './address-store.ts';
import { createHistoryLayers } from './history-layers.ts';

interface Entry {
  url: string;
  state: unknown;
}

/** A tab that came to the page from another one, whose history answers later, as a browser's does. */
function openTab() {
  const entries: Entry[] = [
    { url: '/?q=elsewhere', state: null },
    { url: '/?q=a', state: null },
  ];
  let at = 1;
  const here = () => entries[at]!;
  const events = new EventTarget();
  const go = (by: number) =>
    setTimeout(() => {
      at = Math.max(0, Math.min(entries.length - 1, at + by));
      events.dispatchEvent(new Event('popstate'));
    }, 5);
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('location', {
    get search() {
      return new URL(here().url, 'http://127.0.0.1').search;
    },
    pathname: '/',
    hash: '',
  });
  vi.stubGlobal('history', {
    get state() {
      return here().state;
    },
    pushState(state: unknown, _: string, url: string) {
      entries.splice(at + 1, entries.length, { url, state });
      at += 1;
    },
    replaceState(state: unknown, _: string, url: string) {
      entries[at] = { url, state };
    },
    go,
    back: () => go(-1),
  });
  const store = createAddressStore<{ q: string | null }>({
    read: (search) => ({ q: new URLSearchParams(search).get('q') }),
    write: ({ q }) => (q === null ? '' : `?q=${q}`),
  });
  const pass = () => vi.advanceTimersByTimeAsync(1000);
  return {
    ...store,
    urls: () => entries.map(({ url }) => url),
    at: () => at,
    pass,
    async goBy(by: number) {
      go(by);
      await pass();
    },
  };
}

const push: SetOptions = { history: 'push' };

beforeEach(() => void vi.useFakeTimers());
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A layer as a sheet is one: it is left once it is closed, in whatever way. */
function openSheet({ openLayer }: ReturnType<typeof openTab>) {
  const sheet = { isOpen: true, close: () => {} };
  const leave = openLayer(createHistoryLayers, () => sheet.close());
  sheet.close = () => {
    sheet.isOpen = false;
    leave();
  };
  return sheet;
}

test('Back closes a sheet and stays; the next one leaves', async () => {
  const tab = openTab();
  const sheet = openSheet(tab);
  await tab.goBy(-1);
  expect(sheet.isOpen).toBe(false);
  expect(tab.get()).toEqual({ q: 'a' });
  await tab.goBy(-1);
  expect(tab.get()).toEqual({ q: 'elsewhere' });
});

test('Forward opens nothing, and leads to the same address', async () => {
  const tab = openTab();
  const sheet = openSheet(tab);
  await tab.goBy(-1);
  await tab.goBy(1);
  expect(sheet.isOpen).toBe(false);
  expect(tab.get()).toEqual({ q: 'a' });
});

test('a sheet that is closed in another way takes its entry along', async () => {
  const tab = openTab();
  openSheet(tab).close();
  await tab.pass();
  expect(tab.at()).toBe(1);
  expect(tab.get()).toEqual({ q: 'a' });
});

test('what is pushed below a sheet is one step, however often; Back and closing keep it', async () => {
  for (const isBack of [true, false]) {
    const tab = openTab();
    const sheet = openSheet(tab);
    tab.set({ q: 'b' }, push);
    tab.set({ q: 'c' }, push);
    if (isBack) await tab.goBy(-1);
    else sheet.close();
    await tab.pass();
    expect(tab.get()).toEqual({ q: 'c' });
    expect(tab.urls()).toEqual(['/?q=elsewhere', '/?q=a', '/?q=c']);
    await tab.goBy(-1);
    expect(tab.get()).toEqual({ q: 'a' });
  }
});

test('what is replaced below a sheet replaces the entry of the page, values it holds too', async () => {
  const tab = openTab();
  const sheet = openSheet(tab);
  tab.set({ q: 'b' }, { entry: { list: 1 } });
  tab.set({ q: 'c' }, { history: 'push', entry: { list: 2 } });
  sheet.close();
  await tab.pass();
  expect(tab.getEntry()).toEqual({ list: 2 });
  await tab.goBy(-1);
  expect(tab.get()).toEqual({ q: 'b' });
  expect(tab.getEntry()).toEqual({ list: 1 });
});

test('what changes while the browser is on its way back is kept', async () => {
  const tab = openTab();
  openSheet(tab).close();
  await vi.advanceTimersByTimeAsync(1);
  tab.set({ q: 'b' }, push);
  await tab.pass();
  expect(tab.get()).toEqual({ q: 'b' });
  expect(tab.urls()).toEqual(['/?q=elsewhere', '/?q=a', '/?q=b']);
});

test('a sheet that opens as another one closes, at once or a moment later, has one entry', async () => {
  for (const wait of [0, 1]) {
    const tab = openTab();
    openSheet(tab).close();
    if (wait > 0) await vi.advanceTimersByTimeAsync(wait);
    const second = openSheet(tab);
    await tab.pass();
    expect(second.isOpen).toBe(true);
    expect(tab.at()).toBe(2);
    await tab.goBy(-1);
    expect(second.isOpen).toBe(false);
    expect(tab.at()).toBe(1);
  }
});

test('a long way back closes the sheet and leads where it leads', async () => {
  const tab = openTab();
  const sheet = openSheet(tab);
  tab.set({ q: 'b' }, push);
  await tab.goBy(-2);
  expect(sheet.isOpen).toBe(false);
  expect(tab.get()).toEqual({ q: 'elsewhere' });
  expect(tab.urls()[0]).toBe('/?q=elsewhere');
});

test('whatever is opened and closed, Back from the list leads to where the reader came from', async () => {
  const act = fc.constantFrom('open', 'close', 'closeFirst', 'back', 'replace', 'wait');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const tab = openTab();
      const sheets: ReturnType<typeof openSheet>[] = [];
      const open = () => sheets.filter(({ isOpen }) => isOpen);
      let q = 'a';
      for (const one of acts) {
        if (one === 'open') sheets.push(openSheet(tab));
        if (one === 'close') open().at(-1)?.close();
        if (one === 'closeFirst') open()[0]?.close();
        if (one === 'wait') await tab.pass();
        if (one === 'back') {
          await tab.pass();
          if (open().length > 0) await tab.goBy(-1);
        }
        if (one === 'replace') {
          q += 'x';
          tab.set({ q });
        }
      }
      for (const sheet of open()) sheet.close();
      await tab.pass();
      expect(tab.get()).toEqual({ q });
      expect(tab.at()).toBe(1);
      expect(tab.urls()[1]).toBe(`/?q=${q}`);
    }),
    { numRuns: 200 },
  );
});
