import { expect, test } from 'vitest';
import { pressedKey } from './pressed-key.ts';

const press = (key: string, code: string, ...held: ('ctrlKey' | 'metaKey' | 'altKey')[]) => ({
  key,
  code,
  ctrlKey: held.includes('ctrlKey'),
  metaKey: held.includes('metaKey'),
  altKey: held.includes('altKey'),
});

test.each([
  ['Cyrillic', press('л', 'KeyK', 'ctrlKey'), 'k'],
  ['Cyrillic capital', press('Ф', 'KeyA', 'metaKey'), 'a'],
  ['Greek', press('ψ', 'KeyC', 'ctrlKey'), 'c'],
  ['Arabic', press('ن', 'KeyK', 'ctrlKey'), 'k'],
  ['two Arabic letters on one key', press('لا', 'KeyB', 'ctrlKey'), 'b'],
  ['Hangul', press('ㅏ', 'KeyK', 'ctrlKey'), 'k'],
  ['Alt on a Mac', press('∏', 'KeyP', 'altKey'), 'p'],
  ['a dead key of a Mac', press('Dead', 'KeyN', 'altKey'), 'n'],
  ['a browser that names no key', press('Unidentified', 'KeyK', 'ctrlKey'), 'k'],
])('W13 %s: the key counts where its letter is not Latin', (_layout, event, key) => {
  expect(pressedKey(event)).toBe(key);
});

test.each([
  ['Dvorak, whose K is where V is printed', press('k', 'KeyV', 'ctrlKey'), 'k'],
  ['AZERTY, whose A is where Q is printed', press('A', 'KeyQ', 'ctrlKey'), 'a'],
  ['a Latin letter with a mark', press('ß', 'Minus', 'ctrlKey'), 'ß'],
  ['no key is held', press('л', 'KeyK'), 'л'],
  ['a named key', press('Enter', 'Enter', 'ctrlKey'), 'Enter'],
  ['a sign', press('?', 'Slash'), '?'],
  ['a foreign sign that is on no letter', press('٣', 'Digit3', 'ctrlKey'), '٣'],
])('W13 %s: the letter counts', (_layout, event, key) => {
  expect(pressedKey(event)).toBe(key);
});
