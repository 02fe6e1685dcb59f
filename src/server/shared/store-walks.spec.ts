import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { wireNumber } from '../upstream/test-list.ts';
import { toContract } from '../upstream/to-contract.ts';
import type { WalkEvent } from '../upstream/walk.ts';
import { createStoreWalks } from './store-walks.ts';
import { hasRedis } from './test-redis.ts';
import { startTestStore } from './test-shared.ts';
import { packEvent, unpackEvent } from './walk-event-bytes.ts';
import type { WalkShare } from './walks.ts';

const progress: WalkEvent = { event: 'progress', loaded: 0, requests: 1, elapsedMs: 5 };

/** An addition of one event behind another one. */
const after = (last: string, id: string) => ({
  last,
  entries: [{ id, event: progress }],
  checkpoint: `at ${id}`,
  isLast: false,
});

describe.skipIf(!(await hasRedis()))('a walk in the store', () => {
  let sharedStore: Awaited<ReturnType<typeof startTestStore>>;
  let share: WalkShare;
  beforeAll(async () => {
    sharedStore = await startTestStore();
    share = createStoreWalks(await sharedStore.connect(), 'acc-test');
  });
  afterAll(() => sharedStore.stop());

  /** A new walk of a selection that no other test has. */
  async function begin(type: string) {
    const { id, claim } = await share.join({ type: [type] }, false);
    return { claim: claim!, walk: share.walk({ type: [type] }, id) };
  }

  test('who was given the right to write later is the only one who may write', async () => {
    const { claim, walk } = await begin('fence');
    await walk.append(claim.fence, after('0-0', '1-1'));
    expect(await walk.claim()).toBeNull();
    await walk.append(claim.fence, { ...after('1-1', ''), entries: [], isLast: true });
    const next = await walk.claim();
    expect(next).toEqual({ fence: 2, last: '1-1', checkpoint: 'at ' });
    expect(await walk.append(claim.fence, after('1-1', '1-2'))).toBe('refused');
    expect(await walk.append(2, after('1-1', '2-2'))).toMatchObject({ read: 0 });
    expect((await walk.read('0-0'))?.entries.map(({ id }) => id)).toEqual(['1-1', '2-2']);
  });

  test('what is written twice stands there once, and a gap is refused', async () => {
    const { claim, walk } = await begin('twice');
    for (const _ of 'ab') await walk.append(claim.fence, after('0-0', '1-1'));
    expect(await walk.append(claim.fence, after('1-2', '1-3'))).toBe('refused');
    expect(await walk.read('0-0')).toEqual({
      entries: [{ id: '1-1', event: progress }],
      checkpoint: 'at 1-1',
      isOrphan: false,
    });
  });

  test('the writer learns how far others have read', async () => {
    const { claim, walk } = await begin('read');
    const first = await walk.append(claim.fence, after('0-0', '1-1'));
    expect(first).toEqual({ read: 0, readAgoMs: null });
    await walk.read('1-1');
    const second = await walk.append(claim.fence, after('1-1', '1-2'));
    expect(second).toEqual({ read: 1, readAgoMs: expect.any(Number) });
  });

  test('a walk that is not there is told from one that is refused', async () => {
    const nowhere = share.walk({}, 'unknown');
    expect(await nowhere.read('0-0')).toBeNull();
    expect(await nowhere.claim()).toBeNull();
    expect(await nowhere.append(1, after('0-0', '1-1'))).toBe('gone');
  });
});

test('every event comes back as it was, a failure without its cause', () => {
  const rows = [wireNumber({ name: 'Ω, "x"' }), wireNumber({ number_sid: 'num-2', name: null })];
  const events: WalkEvent[] = [
    progress,
    { event: 'numbers', numbers: rows.map(toContract) },
    {
      event: 'done',
      total: 2,
      requests: 1,
      elapsedMs: 3,
      asOf: '2026-06-01T12:00:00.000Z',
      skipped: 0,
    },
  ];
  for (const event of events) expect(unpackEvent(packEvent(event))).toEqual(event);

  const extras = { retryAfterMs: 5, reason: 'ENOTFOUND', cause: new Error('secret') };
  const error = new ProblemError('upstream_unreachable', 'What happened.', extras);
  const failed: WalkEvent = { event: 'failed', error, loaded: 1, parts: { done: 0, all: 4 } };
  const read = unpackEvent(packEvent(failed));
  expect(read).toMatchObject({
    loaded: 1,
    parts: failed.parts,
    error: { code: error.code, message: error.message, retryAfterMs: 5, reason: 'ENOTFOUND' },
  });
  expect(read.event === 'failed' && read.error.cause).toBeUndefined();
});
