import { describe, expect, test, vi } from 'vitest';
import { pressedKey, runShortcut, type Shortcut, shortcutAction } from './shortcut.ts';

const shortcuts = [
  { does: 'Corners', keys: [{ action: 'corner', key: 'Home', ctrl: true }] },
  { does: 'Edges', keys: [{ action: 'edge', key: 'Home', alt: false }] },
  { does: 'Copy', keys: [{ action: 'copy', key: 'c', ctrl: true, shift: false }] },
] as const satisfies readonly Shortcut[];

const press = (key: string, ...held: ('ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey')[]) => ({
  key,
  code: '',
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  altKey: held.includes('altKey'),
  shiftKey: held.includes('shiftKey'),
  preventDefault: vi.fn(),
});

describe('shortcutAction', () => {
  test.each([
    [press('Home'), 'edge'],
    [press('Home', 'shiftKey'), 'edge'],
    [press('Home', 'altKey'), null],
    [press('Home', 'ctrlKey'), 'corner'],
    [press('Home', 'metaKey'), 'corner'],
    [press('C', 'ctrlKey'), 'copy'],
    [press('C', 'ctrlKey', 'shiftKey'), null],
    [press('c'), null],
    [press('x', 'ctrlKey'), null],
  ])('%j is %s', (event, action) => {
    expect(shortcutAction(shortcuts, event)).toBe(action);
  });
});

test('a key is kept from the browser when its handler used it', () => {
  const run = { corner: () => {}, edge: () => false, copy: vi.fn() };
  const copy = press('c', 'ctrlKey');
  expect(runShortcut(shortcuts, copy, run)).toBe(true);
  expect(run.copy).toHaveBeenCalledOnce();
  expect(copy.preventDefault).toHaveBeenCalledOnce();
  for (const left of [press('Home'), press('x')]) {
    expect(runShortcut(shortcuts, left, run)).toBe(false);
    expect(left.preventDefault).not.toHaveBeenCalled();
  }
});

const pressed = (key: string, code: string, ...held: ('ctrlKey' | 'metaKey' | 'altKey')[]) => ({
  key,
  code,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  altKey: held.includes('altKey'),
});

test.each([
  ['Cyrillic', pressed('л', 'KeyK', 'ctrlKey'), 'k'],
  ['Cyrillic capital', pressed('Ф', 'KeyA', 'metaKey'), 'a'],
  ['Greek', pressed('ψ', 'KeyC', 'ctrlKey'), 'c'],
  ['Arabic', pressed('ن', 'KeyK', 'ctrlKey'), 'k'],
  ['two Arabic letters on one key', pressed('لا', 'KeyB', 'ctrlKey'), 'b'],
  ['Hangul', pressed('ㅏ', 'KeyK', 'ctrlKey'), 'k'],
  ['Alt on a Mac', pressed('∏', 'KeyP', 'altKey'), 'p'],
  ['a dead key of a Mac', pressed('Dead', 'KeyN', 'altKey'), 'n'],
  ['a browser that names no key', pressed('Unidentified', 'KeyK', 'ctrlKey'), 'k'],
])('W13 %s: the key counts where its letter is not Latin', (_layout, event, key) => {
  expect(pressedKey(event)).toBe(key);
});

test.each([
  ['Dvorak, whose K is where V is printed', pressed('k', 'KeyV', 'ctrlKey'), 'k'],
  ['AZERTY, whose A is where Q is printed', pressed('A', 'KeyQ', 'ctrlKey'), 'a'],
  ['a Latin letter with a mark', pressed('ß', 'Minus', 'ctrlKey'), 'ß'],
  ['no key is held', pressed('л', 'KeyK'), 'л'],
  ['a named key', pressed('Enter', 'Enter', 'ctrlKey'), 'Enter'],
  ['a sign', pressed('?', 'Slash'), '?'],
  ['a foreign sign that is on no letter', pressed('٣', 'Digit3', 'ctrlKey'), '٣'],
])('W13 %s: the letter counts', (_layout, event, key) => {
  expect(pressedKey(event)).toBe(key);
});
