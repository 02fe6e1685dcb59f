import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRow, rentedNumber } from '../fields/test-rows.ts';
import { createSummary } from './summary.ts';

const summaryOf = (rows: Parameters<typeof rentedNumber>[0][], rented: string | null = null) => {
  const sums = createSummary(rented);
  for (const row of rows) sums.add(rentedNumber(row));
  return sums.summary();
};

test('counts hosts, applications and endpoints, and which of them are reached over plain http', () => {
  const { voice } = summaryOf([
    { voice: true, call_controller: 'https://hooks.example.com/a' },
    { voice: true, call_controller: 'http://hooks.example.com/b?c=1' },
    { voice: true, call_controller: '', call_app_sid: 'app-1' },
    { voice: true, call_controller: '', mode: 'end_point', endpoint_sid: 'end-1' },
    { voice: true, call_controller: '' },
    { voice: false, call_controller: '' },
  ]);
  expect(voice.places).toEqual([
    { kind: 'url', name: 'hooks.example.com', numbers: 2, plainHttp: 1 },
    { kind: 'application', name: 'app-1', numbers: 1, plainHttp: 0 },
    { kind: 'endpoint', name: 'end-1', numbers: 1, plainHttp: 0 },
  ]);
  expect([voice.nowhere, voice.off]).toEqual([1, 1]);
});

test('months are those of all rows, the rest that of the chosen months', () => {
  const created = ['2024-02-15', '2024-05-15', '2024-05-20'].map((day) => `${day}T12:00:00+00:00`);
  const { months, capabilities, messaging } = summaryOf(
    created.map((moment) => ({ created: moment })),
    '2024-05..2024-05',
  );
  expect(months.map(({ numbers }) => numbers)).toEqual([1, 0, 0, 2]);
  expect(capabilities).toEqual({ both: 0, voice: 0, messaging: 2, neither: 0 });
  expect(messaging.places[0]).toMatchObject({ numbers: 2, plainHttp: 2 });
});

test('a row with a date that cannot be read is in no month, and counted elsewhere', () => {
  const { months, capabilities } = summaryOf([{ created: 'yesterday' }]);
  expect(months).toEqual([]);
  expect(capabilities.messaging).toBe(1);
});

test('every row is in one capability, and in each destination once', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      const { capabilities, voice, messaging, months } = summaryOf(rows);
      const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
      expect(sum(Object.values(capabilities))).toBe(rows.length);
      expect(sum(months.map(({ numbers }) => numbers))).toBe(rows.length);
      for (const { places, nowhere, off } of [voice, messaging]) {
        expect(sum(places.map(({ numbers }) => numbers)) + nowhere + off).toBe(rows.length);
      }
    }),
  );
});

test('what was summed up earlier does not change with what is added', () => {
  const sums = createSummary(null);
  sums.add(rentedNumber());
  const before = sums.summary();
  const copy = structuredClone(before);
  sums.add(rentedNumber());
  expect(before).toEqual(copy);
});
