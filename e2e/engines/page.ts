import { expect } from '@playwright/test';
import type { Server } from '../server.ts';
import type { Sight } from './sight.ts';
import type { Tab } from './tab.ts';

/** So few numbers that the page loads all of them ahead by itself. */
export const few = { SANDBOX_NUMBERS: '60' };

/** The foot of the page, which says how much is loaded. */
export const statusLine = (tab: Tab): Sight => tab.get('region', 'What is loaded');

/** Opens a list of few numbers and waits until all of it is loaded. */
export async function openList(tab: Tab, { url }: Server, search = ''): Promise<void> {
  await tab.open(url + search);
  await expect.poll(() => statusLine(tab).text()).toMatch(/^All \d+ /);
}

/**
 * Waits until the page has loaded a longer list as far ahead as it does by itself; then the rail no
 * longer moves.
 */
export const loadedAhead = (tab: Tab): Promise<void> =>
  expect.poll(() => statusLine(tab).text()).toContain('100 loaded');

/** The rows in the document, as objects by header. */
export const readRows = (tab: Tab): Promise<Record<string, string>[]> =>
  tab.evaluate(() => {
    const texts = (row: Element, roles: string) =>
      [...row.querySelectorAll(roles)].map((cell) => cell.textContent.trim());
    const [header, ...rows] = document.querySelectorAll('[role=grid] [role=row]');
    const names = texts(header!, '[role=columnheader]');
    return rows.map((row) => {
      const values = texts(row, '[role=rowheader], [role=gridcell]');
      return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
    });
  });

/** How far the table is scrolled, and how far it can still scroll, in pixels. */
export const readScroll = (tab: Tab): Promise<{ top: number; rest: number }> =>
  tab.evaluate(() => {
    let scroller = document.querySelector('[role=grid]');
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
      scroller = scroller.parentElement;
    const { scrollTop, scrollHeight, clientHeight } = scroller!;
    return { top: scrollTop, rest: scrollHeight - clientHeight - scrollTop };
  });

/** The focused element: its role and row, or its name or text. */
export const readFocus = (tab: Tab): Promise<string> =>
  tab.evaluate(() => {
    const element = document.activeElement;
    const row = element?.closest('[role=row]')?.getAttribute('aria-rowindex');
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return row ? `${element?.getAttribute('role')} ${row}` : name;
  });
