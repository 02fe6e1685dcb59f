import { describe, expect, test } from 'vitest';
import { globalAction } from './global-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: key === '?',
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
