import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createComparedRows } from './check-stream.ts';
import { habits } from './rules/odd-one-out.ts';
import { anyRow, soundRow } from './test-row.ts';

test('O10 a reduced row gives the same findings as its original', () => {
  const comparedRow = createComparedRows();
  fc.assert(
    fc.property(anyRow, (row) => {
      const small = comparedRow(row);
      for (const habit of habits) {
        expect(habit.concerns(small)).toBe(habit.concerns(row));
        expect(habit.valueOf(small)).toBe(habit.valueOf(row));
      }
      const { number_sid, number, number_e164, country_code, type } = row;
      expect(small).toMatchObject({ number_sid, number, number_e164, country_code, type });
    }),
  );
});

test('O10 a host too long to show still compares as itself', () => {
  const call_controller = `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/voice`;
  const row = soundRow({ call_controller });
  const small = createComparedRows()(row);
  for (const habit of habits) expect(habit.valueOf(small)).toBe(habit.valueOf(row));
});

test('O10 of an address only scheme and host are kept', () => {
  const call_controller = 'https://hooks.example.com/voice?number=447480600503';
  const small = createComparedRows()(soundRow({ call_controller }));
  expect(small.call_controller).toBe('https://hooks.example.com');
});

test.each(['sip:desk@pbx.example.com', 'hooks', ''])('O10 %j compares as itself', (controller) => {
  const row = soundRow({ call_controller: controller, msg_controller: controller });
  const small = createComparedRows()(row);
  for (const habit of habits) expect(habit.valueOf(small)).toBe(habit.valueOf(row));
});
