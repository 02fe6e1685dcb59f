import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '#numbering/read-number.ts';
import { anyPlanNumber, exampleNumbers, spellings, styles } from '#numbering/test-numbers.ts';
import { countDigits, cutLine } from './cut-list.ts';
import { readLines, readList } from './read-list.ts';

const rented = new Set(['883510001234', '37255501', '12345', '122079460001', '442073486336']);
const read = (text: string, country: string | null = null) => {
  const list = readList(text, { read: readNumber, isRented: (line) => rented.has(line), country });
  return { ...list, numbers: [...list.numbers.values()] };
};
const digits = (text: string, country: string | null = null) =>
  read(text, country).numbers.map((number) => number.digits);

describe('readList', () => {
  test.each([
    ['447480600503', ['447480600503']],
    ['+44 7480 600503', ['447480600503']],
    ['0044 (0)7480-600.503', ['447480600503']],
    ['"+447480600503"', ['447480600503']],
    ["'447480600503", ['447480600503']],
    ['Tel: +44 7480 600503 ext. 12', ['447480600503']],
    ['+44 20 7946 0958 / +1 212 555 0123', ['442079460958', '12125550123']],
    ['+44 20 7946 0958 and +1 212 555 0123', ['442079460958', '12125550123']],
    ['+44 20 7946 0958 +1 212 555 0123', ['442079460958', '12125550123']],
    ['442079460958 12125550123', ['442079460958', '12125550123']],
    ['442079460958 12', ['442079460958']],
    ['442079460958 2024', ['442079460958']],
    ['442079460958；12125550123', ['442079460958', '12125550123']],
    ['442079460958，12125550123、37255512345', ['442079460958', '12125550123', '37255512345']],
    ['442079460958؛12125550123', ['442079460958', '12125550123']],
    ['+44 20 7946 0958 - +44 20 7946 0959', ['442079460958', '442079460959']],
    ['(442079460958)(12125550123)', ['442079460958', '12125550123']],
    ['442079460958 → 12125550123', ['442079460958', '12125550123']],
    ['442079460958*12125550123', ['442079460958', '12125550123']],
    ['+442079460958,+12125550123;37255512345', ['442079460958', '12125550123', '37255512345']],
    ['Anna\t+44 20 7946 0958\tDesk 4\t19.90', ['442079460958']],
    ['Anna\t+387·33·000·100\tDesk 4', ['38733000100']],
    ['+33 1 23 45 67 89 x1012', ['33123456789']],
    ['"Ltd, Anna";31;442079460958', ['442079460958']],
    ['+883 510 001 234', ['883510001234']],
    ['37255501', ['37255501']],
    ['12345', ['12345']],
    ['Anna Smith +44 20 7946 0958 (mobile)', ['442079460958']],
  ])('%j has %j', (text, numbers) => {
    const list = read(text);
    expect(list.numbers.map((number) => number.digits)).toEqual(numbers);
    expect(list.unread).toEqual([]);
  });

  test.each([
    ['12\t442079460001', ['442079460001']],
    ['12;442079460001', ['442079460001']],
    ['12,442079460001', ['442079460001']],
    ['12|442079460001', ['442079460001']],
    ['3. 442079460001', ['442079460001']],
    ['3) +44 20 7946 0001', ['442079460001']],
    ['- 442079460001', ['442079460001']],
    ['12 442079460001', ['442079460001']],
    [
      '1\t442079460001\n2\t442079460002\n3\t37255512345',
      ['442079460001', '442079460002', '37255512345'],
    ],
    ['44\t2079460001', ['442079460001']],
    ['Desk 44\t7480600503', []],
    ['44,,20,,7946,,0001,', ['442079460001']],
    ['Anna;+44;020 7946 0001;19.90', ['442079460001']],
    ['44\t20\t7946\t0001', ['442079460001']],
    ['442,079,460,001', ['442079460001']],
    ['Anna,"442,079,460,001",4', ['442079460001']],
    ['12\t2079460001', ['122079460001']],
    ['Tel;442079460001;442079460002', ['442079460001', '442079460002']],
    ['Tel: 442079460001; 442079460002', ['442079460001', '442079460002']],
    ['"No";"Phone"\n"1";"+44 20 7946 0001"', ['442079460001']],
  ])('W3 %j has %j', (text, numbers) => {
    expect(digits(text)).toEqual(numbers);
  });

  test('W3 a column that counts the lines is no part of a number', () => {
    expect(digits('7\t9161234567\n8\t9161234568', 'RU')).toEqual(['79161234567', '79161234568']);
    expect(digits('1\t2125550123\n2\t2125550124', 'US')).toEqual(['12125550123', '12125550124']);
  });

  test('W3 consecutive calling codes or short codes in a first column are no row numbers', () => {
    expect(digits('48\t221234567\n49\t3012345678')).toEqual(['48221234567', '493012345678']);
    expect(digits('12344;Ann\n12345;Bert\n12346;Eve')).toEqual(['12345']);
  });

  test.each([
    ['3\t2125550123', '2125550123'],
    ['7;2125550123;Ann', '2125550123'],
    ['12,2125550123', '2125550123'],
  ])('W3 the row number of a filtered list is no calling code: %j', (line, text) => {
    expect(read(line)).toMatchObject({ numbers: [], unread: [{ text, fault: 'country' }] });
    expect(digits(line, 'US')).toEqual(['12125550123']);
  });

  test('W3 a calling code with its plus is one, also before a number that is only possible', () => {
    expect(digits('+32;125550123')).toEqual(['32125550123']);
  });

  const spaced = '+44 20 7348 6336';

  test.each([
    `${spaced} 1`,
    `${spaced} 12.50`,
    `${spaced} 3 19.90`,
    '3 44 20 7348 6336',
    '12. 44.20.7348.6336',
    '3.44.20.7348.6336',
    '7 3 44 20 7348 6336 250',
    `${spaced}x123`,
    '+44 20 7348 6336X12',
    `${spaced}ext123`,
  ])('W3 a rented number is found in %j', (text) => {
    expect(read(text)).toMatchObject({ numbers: [{ digits: '442073486336' }], unread: [] });
  });

  test.each(['UK +44\t2073486336', '+44 (UK);02073486336', '"United Kingdom (+44)",2073486336'])(
    'W5 a calling code with words beside it belongs to the next column: %j',
    (text) => {
      expect(read(text)).toMatchObject({ numbers: [{ digits: '442073486336' }], unread: [] });
    },
  );

  test('W3 a valid number that begins like a short rented one is itself', () => {
    expect(digits('+372 5550 1234')).toEqual(['37255501234']);
  });

  test('W5 however many numbers stand in one line, none is cut', () => {
    const numbers = Array.from({ length: 400 }, (_, at) => `4420734${60_000 + at}`);
    const written = numbers.map((number) => number.replace(/(..)(..)(....)(....)/, '+$1 $2 $3 $4'));
    expect(digits(written.join(' '))).toEqual(numbers);
    expect(digits(written.join('  ').replaceAll('+', ''))).toEqual(numbers);
  });

  test('W4 national numbers need a country', () => {
    expect(digits('020 7946 0958')).toEqual([]);
    expect(digits('020 7946 0958', 'GB')).toEqual(['442079460958']);
    expect(digits('(212) 555-0123', 'US')).toEqual(['12125550123']);
    expect(digits('447480600503\n07480 600503', 'GB')).toEqual(['447480600503']);
    expect(digits('+372 5551 2345', 'GB')).toEqual(['37255512345']);
  });

  test('W5 lists what it cannot read, with line, text and reason', () => {
    const { numbers, unread } = read(
      [
        'Name;Phone',
        '442079460001;4.4E+11',
        '4,4748E+11;0800 REVERSE',
        '+44 20',
        '',
        '999999999999999',
        'Anna;+442079460958;0000000000',
        '+999 123 456 789',
        '020 7946 0001;31/01/2024',
        'AB1234567',
        '٠٠٠٠٠٠٠',
      ].join('\n'),
    );
    expect(numbers.map((number) => number.digits)).toEqual(['442079460001', '442079460958']);
    expect(unread).toEqual([
      { line: 1, text: 'Name;Phone', fault: 'none' },
      { line: 2, text: '4.4E+11', fault: 'rounded' },
      { line: 3, text: '4,4748E+11', fault: 'rounded' },
      { line: 3, text: '0800 REVERSE', fault: 'letters' },
      { line: 4, text: '+44 20', fault: 'none' },
      { line: 6, text: '999999999999999', fault: 'impossible' },
      { line: 7, text: '0000000000', fault: 'impossible' },
      { line: 8, text: '+999 123 456 789', fault: 'impossible' },
      { line: 9, text: '020 7946 0001', fault: 'country' },
      { line: 9, text: '31/01/2024', fault: 'date' },
      { line: 10, text: 'AB1234567', fault: 'none' },
      { line: 11, text: '٠٠٠٠٠٠٠', fault: 'impossible' },
    ]);
  });

  test.each([
    'whatsapp:+442079460001',
    'sip:+442079460001@10.0.0.17:5060',
    'tel:7946-0001;phone-context=+4420',
    'Call <tel:+442079460001;ext=12> now',
    'TEL;TYPE=CELL:+44 20 7946 0001',
    'item1.TEL;waid=442079460001:+44 20 7946 0001',
    'https://api.whatsapp.com/send?phone=442079460001&text=Order%201234567',
    '442079460001.0;Anna',
    '+44·20·7946·0001',
    '44_20_7946_0001',
    "44'2079'460'001",
    '+٤٤ ٢٠ ٧٩٤٦ ٠٠٠١',
    '+44\u00a020\u00a07946\u00a00001 | x',
    '4.42079460001E+11',
    'Anna 442079460001x12',
  ])('W5 %j is one number', (text) => {
    const list = read(text);
    expect(list.numbers.map((number) => number.digits)).toEqual(['442079460001']);
    expect(list.unread).toEqual([]);
  });

  test.each([
    '442079460001;4.4E+011',
    '442079460001;4.4E+11 (mobile)',
    '442079460001;4.E+11',
    '442079460001;4.4Е+11',
    '442079460001 4.4E+11',
    '4.4E+11 442079460001',
    'Anna 4.4E+11;442079460001',
  ])('W5 a rounded number is told as that wherever it stands: %j', (text) => {
    const list = read(text);
    expect(list.numbers.map((number) => number.digits)).toEqual(['442079460001']);
    expect(list.unread.map(({ fault }) => fault)).toEqual(['rounded']);
  });

  test.each([
    '1-800-FLOWERS',
    '1–800–FLOWERS',
    '1‑800‑FLOWERS',
    '1·800·FLOWERS',
    '1_800_FLOWERS',
    '3. 1-800-FLOWERS',
    'tel:1-800-FLOWERS',
    'TEL;TYPE=WORK:1-800-FLOWERS',
    'Call 1-800-FLOWERS!',
    "'1-800-FLOWERS",
    '+1-800-FLOWERS ext 5',
  ])('W5 letters for digits are read however they are written: %j', (text) => {
    expect(digits(`442079460001;${text}`, 'US')).toEqual(['442079460001', '18003569377']);
    expect(readNumber(text, { country: 'US' }).digits).toBe('18003569377');
  });

  test('W5 vanity letters are read, with a country or an international number', () => {
    expect(digits('442079460001;1-800-FLOWERS', 'US')).toEqual(['442079460001', '18003569377']);
    expect(digits('+1-800-FLOWERS')).toEqual(['18003569377']);
  });

  test('W6 counts a number that comes again, in whatever format', () => {
    const list = read('+44 20 7946 0958\n442079460958\r\n00442079460958');
    expect(list.numbers).toEqual([
      { digits: '442079460958', text: '+44 20 7946 0958', beside: [] },
    ]);
    expect(list.repeated).toBe(2);
    const forms = '+52 1 55 1234 5678\n+52 55 1234 5678\n+54 9 11 2345-6789\n+54 11 2345-6789';
    expect(read(forms)).toMatchObject({ numbers: { length: 2 }, repeated: 2, unread: [] });
  });
});

describe('W5 nothing is lost', () => {
  const separators = [
    '\t',
    ';',
    ',',
    '|',
    '\n',
    '\r\n',
    ' ',
    '  ',
    ' / ',
    ' and ',
    '"',
    "'",
    '',
    '-',
    '.',
  ];
  const oddities = [
    '442079460001',
    '+44 (0)20 7946 0001',
    '020 7946 0001',
    '+٤٤ ٢٠ ٧٩٤٦ ٠٠٠١',
    '۰۲۰۷۹۴۶۰۰۰۱',
    '44·20_7946’0001',
    '442079460001.0',
    '4.4E+11',
    '4,42079E+11',
    '1-800-FLOWERS',
    'whatsapp:+442079460001',
    'sip:+442079460001@10.0.0.17:5060;user=phone',
    'tel:7946-0001;phone-context=+4420',
    'https://wa.me/442079460001?text=Hi%201234567',
    'TEL;TYPE=CELL:+44 20 7946 0001',
    'item1.TEL;waid=442079460001:+44 20 7946 0001',
    'num00000000-0000-4000-8000-000000000001',
    'AB1234567',
    '2024-01-31',
    '2024-01-31T10:15:00Z',
    '19.90',
    '12',
    '1',
    '0000000',
    '99999999999999999999',
    '+',
    '(',
    ')',
    'Anna',
    'ext. 12',
    '\u202a',
    '\u00a0',
    '①',
    '²',
    '📞',
  ];
  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(...separators),
        fc.constantFrom(...oddities),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      {
        maxLength: 24,
      },
    )
    .map((pieces) => pieces.join(''));
  const anyCountry = fc.constantFrom(null, 'GB', 'US', 'IT', 'AD');
  const cellsOf = (line: string) => cutLine(line).flatMap(({ cells }) => cells);
  const digitsIn = (text: string) => (text.match(/\p{Nd}/gu) ?? []).join('');

  test('every digit of a line is in one of its cells, in their order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of text.split('\n')) {
          expect(digitsIn(cellsOf(line).join('\n'))).toBe(digitsIn(line));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what is read, repeated and skipped are the cells with seven digits or more', () => {
    fc.assert(
      fc.property(anyText, anyCountry, (text, country) => {
        const reader = { read: readNumber, isRented: (line: string) => rented.has(line), country };
        const entries = [...readLines(text, reader)].flatMap(({ line, entries: found }) =>
          found.map((entry) => ({ ...entry, line })),
        );
        for (const [at, line] of text.split(/\r\n|[\r\n\u2028\u2029\u0085\v\f]/).entries()) {
          const cells = cellsOf(line.trim()).filter((cell) => countDigits(cell) >= 7);
          // The other entries are a rounded number, letters for digits, short cells that form one
          // number, or a line without any.
          const found = entries
            .filter((entry) => entry.line === at + 1)
            .filter(({ text: written }) => cells.some((cell) => written.includes(cell)));
          expect(found.length).toBe(cells.length);
          for (const [place, cell] of cells.entries()) expect(found[place]?.text).toContain(cell);
        }
        const { numbers, repeated, unread } = readList(text, reader);
        expect(numbers.size + repeated + unread.length).toBe(entries.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('W4 every country', () => {
  const lists = exampleNumbers.flatMap((number) =>
    spellings(number).map((spelling) => ({ number, ...spelling })),
  );

  test.each(styles)('an example is one number in every writing, $name', ({ write }) => {
    for (const { number, text, isNational } of lists) {
      const list = read(write(text), isNational ? number.country : null);
      expect([list.numbers.map((one) => one.digits), list.unread], write(text)).toEqual([
        [number.digits],
        [],
      ]);
    }
  });

  test('any number of any plan, among others in a table', () => {
    fc.assert(
      fc.property(anyPlanNumber, fc.constantFrom(...styles), (number, { write }) => {
        for (const { text, isNational } of spellings(number)) {
          const line = `Anna\t${write(text)}\tDesk 4`;
          expect(digits(line, isNational ? number.country : null), line).toEqual([number.digits]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
