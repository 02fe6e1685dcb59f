import parsePhoneNumber from 'libphonenumber-js/max';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type NumberRow, type NumberType, numberRowSchema } from '../schema.ts';
import { generateNumbers, MAX_NUMBERS } from './generate-numbers.ts';
import { numberingPlans } from './numbering-plans.ts';

const rows = generateNumbers(5310, 1, 'acc1');

const share = (keep: (row: NumberRow) => boolean) => rows.filter(keep).length / rows.length;
const urls = rows.flatMap((row) => [row.call_controller, row.msg_controller]);

describe('generated numbers', () => {
  test('depend on seed and count alone', () => {
    expect(generateNumbers(200, 1, 'acc1')).toEqual(generateNumbers(200, 1, 'acc1'));
    expect(generateNumbers(200, 2, 'acc1')).not.toEqual(generateNumbers(200, 1, 'acc1'));
  });

  test('fit the wire format', () => {
    expect(() => v.parse(v.array(numberRowSchema), rows)).not.toThrow();
  });

  test('are unique by number and by SID', () => {
    const many = generateNumbers(30_000, 9, 'acc1');
    expect(new Set(many.map((row) => row.number)).size).toBe(many.length);
    expect(new Set(many.map((row) => row.number_sid)).size).toBe(many.length);
  });

  test('come in no order a client could rely on', () => {
    const keys = ['number', 'country_code', 'number_sid'] as const;
    for (const key of keys) {
      const values = rows.map((row) => row[key]);
      expect(values).not.toEqual(values.toSorted());
    }
  });

  test.each([
    ['local', 0.62],
    ['mobile', 0.27],
    ['toll_free', 0.06],
    ['sip', 0.05],
  ])('hold their share of %s', (type, expected) => {
    expect(Math.abs(share((row) => row.type === type) - expected)).toBeLessThan(0.02);
  });

  test('favour a few countries and cover all of them', () => {
    expect(share((row) => row.country_code === 'GB')).toBeGreaterThan(0.1);
    expect(new Set(rows.map((row) => row.country_code)).size).toBe(numberingPlans.length);
  });

  test('give a token to SIP numbers only, and a fake one', () => {
    for (const { type, token } of rows) {
      if (type === 'sip') expect(token).toMatch(/^sandbox-sip-token-[0-9a-f]{32}$/);
      else expect(token).toBeNull();
    }
  });

  test('send only to reserved domains and private networks', () => {
    const hosts = new Set(urls.filter(Boolean).map((url) => new URL(url).hostname));
    for (const host of hosts) {
      expect(host).toMatch(/(^|\.)example\.(com|org|net)$|^localhost$|^10\.|^172\.16\./);
    }
  });

  test.each<[string, (row: NumberRow) => boolean]>([
    ['no name key', (row) => !('name' in row)],
    ['a null name', (row) => row.name === null],
    ['a formula for a name', (row) => row.name === '=SUM(A1)'],
    ['a right-to-left name', (row) => /[\u0590-\u06ff]/.test(row.name ?? '')],
    ['a call controller and no voice', (row) => !row.voice && row.call_controller !== ''],
    ['voice and no call controller', (row) => row.voice && row.call_controller === ''],
    ['a plain http controller', (row) => row.call_controller.startsWith('http://hooks')],
    ['a private controller', (row) => row.msg_controller.startsWith('http://172.16.')],
    ['a long controller', (row) => row.call_controller.length > 200],
    ['neither capability', (row) => !row.voice && !row.messaging],
    ['a trunk without its endpoint', (row) => row.mode === 'end_point' && !row.endpoint_sid],
    ['an application', (row) => row.call_app_sid.startsWith('app')],
    ['an update before its creation', (row) => Date.parse(row.updated) < Date.parse(row.created)],
  ])('include a few with %s', (_name, keep) => {
    expect(share(keep)).toBeGreaterThan(0);
    expect(share(keep)).toBeLessThan(0.6);
  });

  test('carry dates of the last ten years, with the right weekday', () => {
    for (const { created, updated } of rows) {
      for (const date of [created, updated]) {
        const [weekday, year] = [date.slice(0, 3), Number(date.slice(12, 16))];
        expect(year).toBeGreaterThanOrEqual(2016);
        expect(year).toBeLessThanOrEqual(2026);
        const local = new Date(`${date.slice(0, 25)} GMT`);
        expect(weekday).toBe(local.toUTCString().slice(0, 3));
      }
    }
  });

  test('of one country and type mostly share a host', () => {
    const british = rows.filter((row) => row.country_code === 'GB' && row.type === 'local');
    const hosts = british.flatMap((row) =>
      row.call_controller ? [new URL(row.call_controller).host] : [],
    );
    const count = (host: string) => hosts.filter((it) => it === host).length;
    const most = Math.max(...[...new Set(hosts)].map(count));
    expect(most / hosts.length).toBeGreaterThan(0.8);
    expect(most).toBeLessThan(hosts.length);
  });

  test.each([-1, 1.5, Number.NaN, MAX_NUMBERS + 1])('refuse a count of %s', (count) => {
    expect(() => generateNumbers(count, 1, 'acc1')).toThrow(RangeError);
  });
});

describe('every phone number is one its country could assign', () => {
  const kinds: Record<NumberType, readonly string[]> = {
    local: ['FIXED_LINE', 'FIXED_LINE_OR_MOBILE'],
    mobile: ['MOBILE', 'FIXED_LINE_OR_MOBILE'],
    toll_free: ['TOLL_FREE'],
    sip: ['VOIP'],
  };

  test.each(numberingPlans.map((plan) => plan.code))('%s', (code) => {
    const sample = rows.filter((row) => row.country_code === code).slice(0, 150);
    const odd = sample.filter(({ number, type }) => {
      const parsed = parsePhoneNumber(`+${number}`);
      if (!parsed?.isValid()) return true;
      const country = parsed.country ?? 'international';
      return country !== code || !kinds[type].includes(parsed.getType() ?? '');
    });
    expect(odd.map((row) => `${row.type} ${row.number}`)).toEqual([]);
  });
});
