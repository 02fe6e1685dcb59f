/** Texts that spreadsheets read as numbers, dates or booleans unless marked as text. */
export const numberLike = [
  '0123',
  '00442079460001',
  '12345678901234567890',
  '1e5',
  '1/2',
  '2024-01-02',
  '5%',
  'TRUE',
];

/** Names that every format writes unchanged. */
const plain = [
  ...numberLike,
  '  padded  ',
  'two  spaces',
  '"quoted" at first',
  '"',
  '""',
  'Smith, "Bob"; 1|2\t3',
  "'apostrophe",
  'first\nsecond',
  'first\r\nsecond',
  'a\u2028b\u2029c',
  '👩🏽‍💻 👍 emoji',
  'مكتب الاستقبال (1)',
  'דלפק "קבלה"; 2',
  '\u200fright-to-left mark',
  '<b>&amp;</b>',
  '_x0041_',
  'constructor',
  '1+1=2',
  'a -b +c @d',
];

/** Names that a spreadsheet could run, with their guarded form in text files. */
const guarded: [string, string][] = [
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['+442079460001', "'+442079460001"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  [' =1+1', "' =1+1"],
  ['\t=1+1', "'\t'=1+1"],
  ['=HYPERLINK("http://127.0.0.1/";"x")', `'=HYPERLINK("http://127.0.0.1/";"x")`],
  ['=DDE("soffice";"x";"y")', `'=DDE("soffice";"x";"y")`],
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['Desk,=1+1', "Desk,'=1+1"],
  ['Desk;=1+1', "Desk;'=1+1"],
  ['Desk; =1+1;x', "Desk; '=1+1;x"],
  ['Desk;"=1+1;x', `Desk;"'=1+1;x`],
  ['";=1+1;"', `";'=1+1;"`],
  [';=HYPERLINK("http://127.0.0.1/")', `;'=HYPERLINK("http://127.0.0.1/")`],
  ['Desk\t=1+1\tx', "Desk\t'=1+1\tx"],
  ['Desk|+1+1|x', "Desk|'+1+1|x"],
  ['Desk\n=1+1', "Desk\n'=1+1"],
  ['Desk\r\n-1+1', "Desk\r\n'-1+1"],
];

/** Each name, with its form in CSV and in copied text. */
export const hostileNames: readonly (readonly [name: string, inText: string])[] = [
  ...plain.map((name) => [name, name] as const),
  ...guarded,
];
