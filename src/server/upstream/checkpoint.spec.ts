import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxCheckpointLength, parseInventoryQuery } from '#contract/query.ts';
import type { NumberSelection } from '#contract/selection.ts';
import type { Place } from './chain.ts';
import { checkpointField, createCheckpointCodec } from './checkpoint.ts';
import { createCursorCodec } from './list-address.ts';
import { type Places, proofFilters } from './proof.ts';
import { anySelection } from './test-list.ts';

const codec = createCheckpointCodec('acc-test', () => ['a-test-token']);

const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom('untouched' as const, 'ended' as const),
  fc.record({ next: fc.stringMatching(/^[0-9a-f]{24}$/) }),
);

/** Places of a walk of `selection`, which repeat the given ones. */
const placesOf = (selection: NumberSelection, isDivided: boolean, some: Place[]): Places => ({
  isDivided,
  chains: proofFilters(selection, isDivided).map((_, at) => ({
    place: some[at % some.length] ?? 'ended',
    pages: at,
    rows: 20 * at,
    skipped: at % 3,
  })),
});

const anyWalk = fc
  .tuple(anySelection, fc.boolean(), fc.array(anyPlace, { minLength: 1, maxLength: 8 }))
  .map(([selection, isDivided, some]) => ({
    selection,
    places: placesOf(selection, isDivided, some),
  }));

test('a checkpoint gives the places of its walk back, and is a valid parameter', () => {
  fc.assert(
    fc.property(anyWalk, ({ selection, places }) => {
      const checkpoint = codec.seal(places, selection);
      expect(codec.open(checkpoint, selection)).toEqual(places);
      const parameters = new URLSearchParams({ checkpoint });
      expect(parseInventoryQuery(parameters).query.checkpoint).toBe(checkpoint);
    }),
  );
});

const places = placesOf({}, true, [{ next: '57e4f04a0c9b2dfe504f27e2' }, 'ended']);
const sealed = codec.seal(places, {});
const refused = expect.objectContaining({ code: 'invalid_cursor' });

test('a checkpoint works only for its own selection, account and credentials', () => {
  expect(() => codec.open(sealed, { voice: true })).toThrow(refused);
  for (const other of [
    createCheckpointCodec('acc-other', () => ['a-test-token']),
    createCheckpointCodec('acc-test', () => ['another-token']),
  ]) {
    expect(() => other.open(sealed, {})).toThrow(refused);
  }
});

test('a checkpoint is no cursor, and a cursor is no checkpoint', () => {
  const cursors = createCursorCodec('acc-test', () => ['a-test-token']);
  expect(() => cursors.open(sealed, {})).toThrow(refused);
  expect(() => codec.open(cursors.seal({ next: 'abc' }, {}), {})).toThrow(refused);
});

test('a checkpoint with any changed character is refused', () => {
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '.', '-'), (at, sign) => {
      fc.pre(sealed[at] !== sign);
      const changed = sealed.slice(0, at) + sign + sealed.slice(at + 1);
      expect(() => codec.open(changed, {})).toThrow(refused);
    }),
  );
});

test('a reader gets no checkpoint that would be too long for an address', () => {
  const names = Array.from({ length: 60 }, (_, at) => `t${at}`);
  const selection = { type: names };
  const long = placesOf(selection, false, [{ next: 'x'.repeat(512) }]);
  expect(codec.open(codec.seal(long, selection), selection)).toEqual(long);
  expect(checkpointField(codec.seal(long, selection))).toEqual({});
  const short = codec.seal(placesOf(selection, false, ['untouched']), selection);
  expect(short.length).toBeLessThan(maxCheckpointLength);
  expect(checkpointField(short)).toEqual({ checkpoint: short });
  const longest = 'x'.repeat(maxCheckpointLength);
  expect(checkpointField(longest)).toEqual({ checkpoint: longest });
  expect(checkpointField(null)).toEqual({});
});

test('a checkpoint of a version that walked by other parts is refused', () => {
  const fewer = codec.seal({ ...places, chains: places.chains.slice(1) }, {});
  expect(() => codec.open(fewer, {})).toThrow(refused);
});

test('where a walk may begin anew, a checkpoint that cannot be opened is none', () => {
  expect(codec.tryToOpen(sealed, {})).toEqual(places);
  expect(codec.tryToOpen(sealed, { voice: true })).toBeUndefined();
  expect(codec.tryToOpen(null, {})).toBeUndefined();
});
