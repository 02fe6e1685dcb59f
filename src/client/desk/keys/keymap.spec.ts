import { describe, expect, test } from 'vitest';
import { globalAction, keymap } from './keymap.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const nowhere = { isTyping: false, isInDialog: false };
const typing = { isTyping: true, isInDialog: false };
const inDialog = { isTyping: false, isInDialog: true };

describe('globalAction', () => {
  test.each([
    [press('/'), 'search'],
    [press('?'), 'keys'],
    [press('k', { ctrlKey: true }), 'commands'],
    [press('K', { metaKey: true }), 'commands'],
    [press('k'), null],
    [press('/', { ctrlKey: true }), null],
    [press('?', { altKey: true }), null],
    [press('a'), null],
  ])('%j is %s', (key, action) => {
    expect(globalAction(key, nowhere)).toBe(action);
  });

  test('plain keys are text while somebody types; Ctrl K is not', () => {
    expect(globalAction(press('/'), typing)).toBeNull();
    expect(globalAction(press('?'), typing)).toBeNull();
    expect(globalAction(press('k', { ctrlKey: true }), typing)).toBe('commands');
  });

  test('nothing reaches the page behind a dialog; Ctrl K does not reach the address bar either', () => {
    for (const key of [press('/'), press('?')]) expect(globalAction(key, inDialog)).toBeNull();
    expect(globalAction(press('k', { ctrlKey: true }), inDialog)).toBe('none');
  });

  test('W13 Ctrl K is one on a Cyrillic keyboard too', () => {
    const cyrillic = { ...press('л', { ctrlKey: true }), code: 'KeyK' };
    expect(globalAction(cyrillic, typing)).toBe('commands');
    expect(globalAction(cyrillic, inDialog)).toBe('none');
  });
});

test('every shortcut says what it does, once in its group', () => {
  for (const { shortcuts } of keymap) {
    const does = shortcuts.map((shortcut) => shortcut.does);
    expect(new Set(does).size).toBe(does.length);
    for (const { keys } of shortcuts) expect(keys.flat().every((key) => key !== '')).toBe(true);
  }
});
