/** Vietnam, 2018: mobile numbers of eleven digits were shortened to ten. */
const vietnam: Readonly<Record<string, string>> = {
  120: '70',
  121: '79',
  122: '77',
  123: '83',
  124: '84',
  125: '85',
  126: '76',
  127: '81',
  128: '78',
  129: '82',
  162: '32',
  163: '33',
  164: '34',
  165: '35',
  166: '36',
  167: '37',
  168: '38',
  169: '39',
  186: '56',
  188: '58',
  199: '59',
};

/** An outdated form of a number, and its present form. */
type Form = readonly [old: RegExp, present: string];

const forms: readonly Form[] = [
  // Mexico, 2019 and 2020: no 1 behind the country code, no 01, 044 or 045 before the area.
  [/^52(?:1|01|044|045)(\d{10})$/, '52$1'],
  // Argentina: mobile numbers have 9 before the area or 15 behind it, never both, and no 0.
  [/^5490?(?=\d{12}$)(11|[23]\d{2,3})15(\d+)$/, '549$1$2'],
  [/^5490(\d{10})$/, '549$1'],
  // Brazil, 2012 to 2016: mobile numbers got a leading 9; those that begin with 7 kept eight
  // digits.
  [/^55([1-9]\d)([689]\d{7})$/, '55$19$2'],
  // Ivory Coast, 2021: mobile numbers got the code of their operator.
  [/^225([04-9][0-3]\d{6})$/, '22501$1'],
  [/^225([04-9][4-6]\d{6})$/, '22505$1'],
  [/^225([04-9][7-9]\d{6})$/, '22507$1'],
  // Colombia, 2021: fixed lines got 60 before the digit of their area. Numbers that begin with 46
  // still have eight digits.
  [/^57((?:[18][1-9]|[2567][2-9]|4[2-57-9])\d{6})$/, '5760$1'],
  // Benin, 2024: all numbers got a leading 01.
  [/^229(\d{8})$/, '22901$1'],
  ...Object.entries(vietnam).map(
    ([old, present]): Form => [new RegExp(`^84${old}(\\d{7})$`), `84${present}$1`],
  ),
];

/** The way back to the old form, which the API may still have. */
const formerForms: readonly Form[] = [
  [/^52(\d{10})$/, '521$1'],
  [/^549(\d{10})$/, '54$1'],
  [/^54([^9]\d{9})$/, '549$1'],
  [/^55([1-9]\d)9([689]\d{7})$/, '55$1$2'],
  [/^2250[157](\d{8})$/, '225$1'],
  [/^5760((?:[18][1-9]|[2567][2-9]|4[2-57-9])\d{6})$/, '57$1'],
  [/^22901(\d{8})$/, '229$1'],
  ...Object.entries(vietnam).map(
    ([old, present]): Form => [new RegExp(`^84${present}(\\d{7})$`), `84${old}$1`],
  ),
];

const rewritten = (digits: string, among: readonly Form[]) => {
  const found = among.find(([form]) => form.test(digits));
  return found === undefined ? null : digits.replace(...found);
};

/**
 * E.164 digits in their present form; a number in an outdated form is the same number.
 *
 * Source: the communications of each country to ITU-T (national numbering plans,
 * itu.int/oth/T0202).
 */
export const presentForm = (digits: string): string => rewritten(digits, forms) ?? digits;

/** The former form of a number, or its other form in Argentina; null when it has only one form. */
export const formerForm = (digits: string): string | null => rewritten(digits, formerForms);
