import { expect, test } from 'vitest';
import { parseTableTaste } from './parse-table-taste.ts';
import { arrangedColumns, usualTaste } from './table-taste.ts';

test('what was written is read', () => {
  const taste = { ...usualTaste, shown: { mode: false }, widths: { name: 200 }, isCompact: true };
  expect(parseTableTaste(JSON.parse(JSON.stringify(taste)))).toEqual(taste);
});

test('a part that does not parse is as usual, the rest is kept', () => {
  const value = {
    version: 1,
    shown: 'all',
    order: ['mode'],
    widths: { name: 'wide' },
    isCompact: true,
  };
  expect(parseTableTaste(value)).toEqual({ ...usualTaste, order: ['mode'], isCompact: true });
});

test.each([null, 'compact', {}, { version: 2, isCompact: true }])('%j is as usual', (value) => {
  expect(parseTableTaste(value)).toEqual(usualTaste);
});

test('columns of another version of the page are passed over', () => {
  const taste = parseTableTaste({ version: 1, order: ['gone', 'mode'], pinned: ['gone', 'type'] });
  expect(arrangedColumns(taste).slice(0, 3)).toEqual(['number', 'type', 'mode']);
});
