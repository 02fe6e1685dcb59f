import { describe, expect, test } from 'vitest';
import { globalAction, keymap } from './keymap.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
) => ({
  key,
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

  test('nothing reaches the page behind a dialog', () => {
    for (const key of [press('/'), press('?'), press('k', { ctrlKey: true })]) {
      expect(globalAction(key, inDialog)).toBeNull();
    }
  });
});

test('every shortcut says what it does, once in its group', () => {
  for (const { shortcuts } of keymap) {
    const does = shortcuts.map((shortcut) => shortcut.does);
    expect(new Set(does).size).toBe(does.length);
    for (const { keys } of shortcuts) expect(keys.flat().every((key) => key !== '')).toBe(true);
  }
});
