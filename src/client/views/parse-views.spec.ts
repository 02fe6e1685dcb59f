import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangedColumns, usualTaste } from '../table/table-taste.ts';
import { parseTableTaste, parseViews, toViewsFile } from './parse-views.ts';
import type { View } from './view.ts';

const uk: View = {
  name: 'UK mobiles',
  query: 'country_code=GB,IE&type=mobile&sort=-created',
  table: { ...usualTaste, shown: { name: false }, order: ['created'], isCompact: true },
};

describe('parseViews', () => {
  test('reads what it wrote', () => {
    const views = [uk, { name: 'All', query: '', table: null }];
    const stored = JSON.parse(JSON.stringify(toViewsFile(views)));
    expect(parseViews(stored)).toEqual({ views, dropped: [] });
  });

  test('leaves out the parts it does not know, and says which', () => {
    const { views, dropped } = parseViews({
      version: 1,
      views: [
        {
          name: ' Odd ',
          query: 'voice=perhaps&type=mobile&colour=red',
          table: { ...usualTaste, order: ['shoe_size', 'type'], isCompact: 'perhaps' },
          colour: 'red',
        },
      ],
    });
    const table = { ...usualTaste, order: ['shoe_size', 'type'] };
    expect(views).toEqual([{ name: 'Odd', query: 'type=mobile', table }]);
    expect(dropped).toEqual([
      '“Odd” is without voice=perhaps, colour=red, the column shoe_size, colour.',
    ]);
  });

  test('keeps the views that can be read beside those that cannot', () => {
    const { views, dropped } = parseViews({ version: 1, views: [null, uk, { name: '' }] });
    expect(views).toEqual([uk]);
    expect(dropped).toEqual(['View 1 cannot be read.', 'View 3 cannot be read.']);
  });

  test('of two with one name the later is kept', () => {
    const { views } = parseViews({ version: 1, views: [uk, { ...uk, query: '' }] });
    expect(views).toEqual([{ ...uk, query: '' }]);
  });

  test('no open row, view or column of a link becomes part of a query', () => {
    const { views, dropped } = parseViews({
      version: 1,
      views: [{ name: 'a', query: 'open=447480600503&view=b' }],
    });
    expect(views[0]?.query).toBe('');
    expect(dropped).toHaveLength(1);
  });

  test('throws at nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (file) => {
        expect(parseViews(file).views).toEqual([]);
        parseViews({ version: 1, views: [file] });
      }),
    );
  });
});

describe('parseTableTaste', () => {
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
    const taste = parseTableTaste({
      version: 1,
      order: ['gone', 'mode'],
      pinned: ['gone', 'type'],
    });
    expect(arrangedColumns(taste).slice(0, 3)).toEqual(['number', 'type', 'mode']);
  });
});
