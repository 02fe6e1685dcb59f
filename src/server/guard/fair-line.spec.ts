import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFairLine } from './fair-line.ts';
import { networksOf } from './networks.ts';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A line whose turns the spec ends, with the callers served and refused so far. */
function openLine(mostWaiting: number) {
  const enter = createFairLine({ mostRunning: 1, mostWaiting, full: () => new Error('full') });
  const served: string[] = [];
  const refused: string[] = [];
  const leaves: (() => void)[] = [];
  return {
    served,
    refused,
    come: (address: string) =>
      enter(networksOf(address)).then(
        (leave) => {
          served.push(address);
          leaves.push(leave);
        },
        () => void refused.push(address),
      ),
    async endTurn() {
      leaves.shift()?.();
      await settled();
    },
  };
}

test('O4 a quiet network is served before a loud one that was there first', async () => {
  const { come, endTurn, served } = openLine(10);
  for (const at of [1, 2, 3, 4]) void come(`2001:db8:0:${at}::1`);
  void come('2001:db8:1::1');
  void come('203.0.113.7');
  await settled();
  for (const _ of 'abcde') await endTurn();
  expect(served).toEqual([
    '2001:db8:0:1::1',
    '203.0.113.7',
    '2001:db8:1::1',
    '2001:db8:0:2::1',
    '2001:db8:0:3::1',
    '2001:db8:0:4::1',
  ]);
});

test('O4 in a full line the last of the loudest network makes room for a quiet one', async () => {
  const { come, refused } = openLine(3);
  for (const at of [1, 2, 3, 4]) void come(`203.0.113.${at}`);
  void come('198.51.100.1');
  void come('203.0.113.9');
  await settled();
  expect(refused).toEqual(['203.0.113.4', '203.0.113.9']);
});

test('O4 in any order of coming and going, every caller is served or refused exactly once', async () => {
  const address = fc.tuple(fc.nat(2), fc.nat(2)).map(([a, b]) => `203.${a}.113.${b}`);
  const steps = fc.array(fc.oneof(address, fc.constant(null)), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { come, endTurn, served, refused } = openLine(3);
      const comers = all.filter((step) => step !== null);
      for (const step of all) {
        if (step === null) await endTurn();
        else void come(step);
      }
      for (const _ of all) await endTurn();
      await endTurn();
      expect([...served, ...refused].sort()).toEqual(comers.sort());
    }),
    { numRuns: 50 },
  );
});
