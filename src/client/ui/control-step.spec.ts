import { describe, expect, test } from 'vitest';
import { type Control, controlStep, typedStep, typeKey } from './control-step.ts';

/** Lines of labels, each control 100 pixels from the one before. */
const place = (lines: readonly (readonly string[])[]): Control[] =>
  lines.flatMap((line, row) =>
    line.map((label, at) => ({ label, left: at * 100, top: row * 30, bottom: row * 30 + 24 })),
  );

const menu = place([['Sort ascending'], ['Sort descending'], ['Hide column'], ['Pin column']]);
const panel = place([
  ['Country', 'Pin Country', 'Move Country up'],
  ['Type', 'Pin Type', 'Move Type up'],
  ['Reset'],
]);

describe('in a menu', () => {
  test.each([
    [-1, 'ArrowDown', 0],
    [-1, 'ArrowUp', 3],
    [0, 'ArrowDown', 1],
    [3, 'ArrowDown', 0],
    [0, 'ArrowUp', 3],
    [2, 'Home', 0],
    [0, 'End', 3],
    [1, 'Enter', null],
    [1, 'Tab', null],
  ])('from %i, %s leads to %s', (at, key, to) => {
    expect(controlStep(menu, at, key)).toBe(to);
  });
});

describe('in a panel with controls beside each other', () => {
  test.each([
    [1, 'ArrowDown', 4],
    [4, 'ArrowUp', 1],
    [4, 'ArrowDown', 6],
    [6, 'ArrowDown', 0],
    [6, 'ArrowUp', 3],
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 3],
    [6, 'ArrowRight', 6],
    [0, 'ArrowLeft', 0],
    [-1, 'ArrowRight', 0],
  ])('from %i, %s leads to %i', (at, key, to) => {
    expect(controlStep(panel, at, key)).toBe(to);
  });
});

test('controls of other heights beside each other are one line', () => {
  const line = [
    { label: 'Name', left: 0, top: 4, bottom: 20 },
    { label: 'Save', left: 80, top: 0, bottom: 28 },
    { label: 'Export', left: 0, top: 34, bottom: 60 },
  ];
  expect(controlStep(line, 1, 'ArrowDown')).toBe(2);
  expect(controlStep(line, 0, 'ArrowUp')).toBe(2);
});

test('where there is no control, no key leads anywhere', () => {
  expect(controlStep([], -1, 'ArrowDown')).toBeNull();
  expect(typedStep([], -1, 'a')).toBeNull();
});

describe('letters', () => {
  test.each([
    [0, 'h', 2],
    [0, 's', 1],
    [1, 's', 0],
    [0, 'ss', 1],
    [0, 'sort d', 1],
    [1, 'sort d', 1],
    [0, 'x', null],
  ])('in a menu from %i, %j leads to %s', (at, text, to) => {
    expect(typedStep(menu, at, text)).toBe(to);
  });

  test('lead to the first control of a line, or else to another one', () => {
    const pinning = place([
      ['Country', 'Type of pin'],
      ['Type', 'Pin Type'],
    ]);
    expect(typedStep(pinning, 0, 't')).toBe(2);
    expect(typedStep(pinning, 0, 'p')).toBe(3);
    expect(typedStep(panel, 0, 'p')).toBe(1);
    expect(typedStep(panel, 1, 'p')).toBe(4);
  });

  test('are taken together unless there is a pause', () => {
    const first = typeKey({ text: '', at: 0 }, 'S', 1000);
    expect(first).toEqual({ text: 's', at: 1000 });
    expect(typeKey(first!, 'o', 1600)).toEqual({ text: 'so', at: 1600 });
    expect(typeKey(first!, 'o', 1800)).toEqual({ text: 'o', at: 1800 });
    expect(typeKey(first!, ' ', 1100)).toEqual({ text: 's ', at: 1100 });
  });

  test.each([' ', 'Enter', '/', '?', 'F10'])('are not typed by %j', (key) => {
    expect(typeKey({ text: '', at: 0 }, key, 10)).toBeNull();
  });

  test('of any script are letters', () => {
    expect(typeKey({ text: '', at: 0 }, 'Ж', 10)).toEqual({ text: 'ж', at: 10 });
  });
});
