import { describe, expect, test, vi } from 'vitest';
import { runShortcut, type Shortcut, shortcutAction } from './shortcut.ts';

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
