import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fillDocumented } from './behaviours/answers.ts';
import { numberPageSchema, numberRowSchema } from './schema.ts';
import { createTestClient } from './test-client.ts';

const documented = fillDocumented('acc1', 'http://127.0.0.1');

test("takes the vendor's documented answer", () => {
  expect(v.parse(numberPageSchema, documented)).toEqual(documented);
  expect(JSON.stringify(documented)).not.toMatch(/[{](accountSID|numberSID)[}]/);
});

test('takes generated pages as they are, key by key', async () => {
  const { ask } = createTestClient();
  const body: unknown = await (await ask()).json();
  expect(v.parse(numberPageSchema, body)).toEqual(body);
});

test('asks for every documented field and for no other', () => {
  const [row] = documented.numbers;
  for (const key of Object.keys(row!)) {
    const { [key as 'mode']: _left, ...rest } = row!;
    expect(v.is(numberRowSchema, rest), key).toBe(false);
  }
  expect(v.is(numberRowSchema, { ...row, tags: [] })).toBe(false);
});
