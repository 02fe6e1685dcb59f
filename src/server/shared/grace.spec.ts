import { expect, test } from 'vitest';
import { passwordPerson } from '../people/person.ts';
import { createGrace } from './grace.ts';

test('a session is recalled for the time of the grace, and not a moment longer', () => {
  let now = 0;
  const grace = createGrace(1000, () => now);
  expect(grace.recall('a')).toBeNull();
  grace.saw('a', passwordPerson);
  now = 999;
  expect(grace.recall('a')).toEqual(passwordPerson);
  now = 1000;
  expect(grace.recall('a')).toBeNull();
});

test('a grace of 0 recalls nothing', () => {
  const grace = createGrace(0, () => 0);
  grace.saw('a', passwordPerson);
  expect(grace.recall('a')).toBeNull();
});

test('what was ended is forgotten', () => {
  const grace = createGrace(1000, () => 0);
  for (const handle of ['a', 'b', 'c']) grace.saw(handle, passwordPerson);
  grace.forget('a');
  expect(grace.recall('a')).toBeNull();
  expect(grace.recall('b')).toEqual(passwordPerson);
  grace.saw('d', { ...passwordPerson, name: 'Ann' });
  grace.forgetWhere(({ name }) => name === passwordPerson.name);
  expect([grace.recall('b'), grace.recall('c')]).toEqual([null, null]);
  expect(grace.recall('d')).toMatchObject({ name: 'Ann' });
});
