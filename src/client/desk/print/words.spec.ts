import { expect, test } from 'vitest';
import { columnText } from '../../fields/columns.tsx';
import { rentedNumber } from '../../fields/test-rows.ts';
import { paperWidths } from './paper-fit.ts';
import { printWords } from './words.ts';

const at = new Date(2026, 10, 25, 9, 30);
const scope = { status: 'partial', loaded: 100 } as const;

test('the head says when, how much is loaded, and what search and sort cover', () => {
  const [when, ...words] = printWords({
    scope,
    isNarrowed: true,
    count: 7,
    sort: { column: 'created', descending: true },
    at,
  });
  expect(when).toMatch(/^Printed .*2026/);
  expect(words).toEqual([
    '100 loaded, more available',
    '7 of 100 loaded rows match',
    'Sorted by rented within 100 loaded rows',
  ]);
});

test('rows that are too many for paper are said to be left out', () => {
  const words = printWords({
    scope: { status: 'partial', loaded: 5310 },
    isNarrowed: false,
    count: 5310,
    sort: null,
    at,
  });
  expect(words.at(-1)).toBe(
    'The first 2,000 of 5,310 rows. 3,310 are not printed; export them instead',
  );
});

test('addresses have the most room on paper, and all columns together all of it', () => {
  const widths = paperWidths(['number', 'name', 'voice_to']);
  expect(Math.max(...widths)).toBe(widths[2]);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
});

test('a value is whole on paper, but for what may be secret in an address', () => {
  const url = `https://hooks.example.com/${'long/'.repeat(20)}`;
  const printed = (call_controller: string) =>
    columnText('voice_to', rentedNumber({ voice: true, call_controller, mode: 'xml' }));
  expect(printed(`${url}?key=s3cret#s3cret`)).toBe(`${url}?…`);
  expect(printed('https://user:s3cret@hooks.example.com/a@b')).toBe(
    'https://…@hooks.example.com/a@b',
  );
  const row = rentedNumber({
    voice: true,
    messaging: false,
    call_controller: url,
    msg_controller: null,
    msg_app_sid: null,
    mode: 'xml',
  });
  expect(columnText('voice_to', row)).toBe(url);
  expect(columnText('capabilities', row)).toBe('Voice');
  expect(columnText('messages_to', row)).toBe('');
});
