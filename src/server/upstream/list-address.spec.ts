import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { createCursorCodec } from './list-address.ts';

const codec = createCursorCodec('acc-one', () => ['a-test-token']);
const mobile = { type: 'mobile' };

test('any position comes back with the same filters, and fits the query parameter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w.:~+/=-]{1,400}$/), (next) => {
      const cursor = codec.seal({ next }, mobile);
      expect(cursor).toMatch(/^[\w.-]{1,1024}$/);
      expect(codec.open(cursor, mobile)).toEqual({ next });
    }),
  );
});

test('S19 another process with the same credentials reads it; other credentials do not', () => {
  const cursor = codec.seal({ next: '1' }, mobile);
  expect(createCursorCodec('acc-one', () => ['a-test-token']).open(cursor, mobile)).toEqual({
    next: '1',
  });
  expect(() => createCursorCodec('acc-one', () => ['other']).open(cursor, mobile)).toThrow(
    ProblemError,
  );
  expect(() => createCursorCodec('acc-two', () => ['a-test-token']).open(cursor, mobile)).toThrow(
    ProblemError,
  );
});

test('S19 it is bound to its filters', () => {
  const cursor = codec.seal({ next: '1' }, mobile);
  for (const filters of [{}, { type: 'local' }, { type: 'mobile', voice: true }]) {
    expect(() => codec.open(cursor, filters)).toThrow('not one of this list');
  }
});

test('S19 one changed character anywhere is refused', () => {
  const cursor = codec.seal({ next: '57e4f04a0c9b2dfe504f27e2' }, mobile);
  for (let at = 0; at < cursor.length; at += 1) {
    const flipped = cursor[at] === 'A' ? 'B' : 'A';
    const forged = cursor.slice(0, at) + flipped + cursor.slice(at + 1);
    expect(() => codec.open(forged, mobile)).toThrow(ProblemError);
  }
});

test('S19 any other text is refused, never a crash', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => codec.open(text, mobile)).toThrow(ProblemError);
    }),
  );
});
