import * as v from 'valibot';
import { expect, test } from 'vitest';
import { changesEventSchema } from './history.ts';

test('the last line of an older server counts no numbers that came and went', () => {
  const done = { event: 'done', added: 2, gone: 1, changed: 0 };
  expect(v.parse(changesEventSchema, done)).toEqual({ ...done, passed: 0 });
  expect(v.parse(changesEventSchema, { ...done, passed: 3 })).toEqual({ ...done, passed: 3 });
});
