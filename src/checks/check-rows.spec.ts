import { expect, test } from 'vitest';
import { checkInventory } from './check-inventory.ts';
import { checkNumber } from './check-number.ts';
import { checkRows, finish } from './check-rows.ts';
import { createCheckStream } from './check-stream.ts';
import { context, soundRow } from './test-row.ts';

const rows = [
  soundRow({ number_sid: 'a', number: '447480600501', call_controller: 'http://x.example.com' }),
  soundRow({ number_sid: 'b', number: '447480600501' }),
  soundRow({ number_sid: 'c', number: '447480600502', msg_method: 'GET' }),
  soundRow({ number_sid: 'd', number: '447480600503' }),
];
const ids = (findings: { id: string }[] | undefined) => findings?.map(({ id }) => id);

test('joins the findings in single numbers and those from comparisons, the worst first', () => {
  const found = checkRows(rows, context);
  expect([...found.keys()]).toEqual(['a', 'b', 'c']);
  expect(ids(found.get('a'))).toEqual(['duplicate-number', 'plain-http-webhook']);
  expect(ids(found.get('b'))).toEqual(['duplicate-number']);
  expect(ids(found.get('c'))).toEqual(['get-for-events']);
});

test('the findings are those of checkNumber and checkInventory together', () => {
  const [first] = rows;
  expect(ids(first && checkNumber(first, context))).toEqual(['plain-http-webhook']);
  expect([...finish(checkInventory(rows, context)).keys()]).toEqual(['a', 'b']);
});

test('changes no row', () => {
  const before = structuredClone(rows);
  checkRows(rows, context);
  expect(rows).toEqual(before);
});

test('pauses often among many numbers, and finds the same', () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    soundRow({ number_sid: `num${at}`, number: `4474806${at + 10_000}`, type: `t${at % 3}` }),
  );
  many.push(soundRow({ number_sid: 'odd', number: '447480699999', type: 't0', mode: 'end_point' }));
  const stream = createCheckStream();
  stream.take(many, context);
  const steps = stream.finish(context);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses += 1;
  expect(pauses).toBeGreaterThan(15);
  const found = new Map(step.value.map(({ number_sid, findings }) => [number_sid, findings]));
  expect(found).toEqual(checkRows(many, context));
  expect(ids(found.get('odd'))).toContain('odd-one-out');
});
