import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { InventoryEvent } from '#contract/inventory.ts';
import { ApiError } from '../lib/api-error.ts';
import { type PlacedEvent, resumedStream } from './resumed-stream.ts';
import { createTestStreams, done, failed, numbers, progress, shared } from './test-stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const beginning = { after: null, checkpoint: null, fresh: true };

/** A stream that goes on by itself, and what came of it. */
function start(place = beginning) {
  const streams = createTestStreams();
  const controller = new AbortController();
  const came: PlacedEvent[] = [];
  const { signal } = controller;
  async function take() {
    const events = resumedStream({ open: streams.open, selection: {}, place, signal });
    for await (const event of events) came.push(event);
  }
  const ended = take();
  const outcome = ended.then(
    () => 'ended' as const,
    (error: unknown) => error,
  );
  return {
    opened: streams.opened,
    controller,
    outcome,
    events: () => came.map(({ event }) => event),
    isRest: () => came.at(-1)?.isRest,
    async send(...steps: (InventoryEvent | 'end' | Error)[]) {
      streams.last().send(...steps);
      await vi.advanceTimersByTimeAsync(0);
    },
    later: () => vi.advanceTimersByTimeAsync(10_000),
  };
}

const first = shared('w.1-1', numbers('a'));
const second = shared('w.1-2', progress({ loaded: 1, checkpoint: 'c1' }));
const third = shared('w.1-3', numbers('b'));

describe('a walk that servers share', () => {
  test.each([
    ['was cut', 'end' as const],
    ['broke', new ApiError('stream_cut')],
    ['ends with its server', failed('busy', 'c1')],
    ['met a proxy without a server', new ApiError('server_status')],
  ])('whose stream %s goes on behind its last event', async (_, end) => {
    const { opened, send, events, outcome, isRest } = start();
    await send(first, second, third, end);
    expect(opened[1]).toMatchObject({ after: 'w.1-3' });
    await send(done(2));
    expect(events()).toEqual([first, second, third, done(2)]);
    expect(isRest()).toBe(false);
    expect(await outcome).toBe('ended');
  });

  test('is asked for some times, then the failure is told', async () => {
    const { opened, send, outcome, later } = start();
    await send(first);
    for (let tries = 0; tries < 5; tries += 1) {
      await send(new ApiError('server_unreachable'));
      await later();
    }
    expect(opened).toHaveLength(6);
    await send(new ApiError('server_unreachable'));
    expect(await outcome).toMatchObject({ code: 'server_unreachable' });
  });

  test('that comes again has all its tries again', async () => {
    const { opened, send, later } = start();
    for (let cuts = 0; cuts < 8; cuts += 1) {
      await send(shared(`w.1-${cuts}`, numbers(`n${cuts}`)), 'end');
      await later();
    }
    expect(opened).toHaveLength(9);
  });

  test('that is not there any more is read on by its checkpoint', async () => {
    const { opened, send, isRest, later, outcome } = start();
    await send(first, second, third, 'end');
    await send(failed('invalid_cursor'));
    await later();
    expect(opened[2]).toMatchObject({ after: null, checkpoint: 'c1' });
    await send(numbers('b'), done(1));
    expect(isRest()).toBe(true);
    expect(await outcome).toBe('ended');
  });

  test('whose store is lost is read on by its checkpoint, when it does not come back', async () => {
    const { opened, send, later } = start();
    await send(first, second, failed('store_unavailable', 'c1'));
    expect(opened[1]).toMatchObject({ after: 'w.1-2' });
    await send(new ApiError('store_unavailable'));
    await later();
    expect(opened[2]).toMatchObject({ after: null, checkpoint: 'c1' });
  });

  test('that fails for another reason has failed', async () => {
    const { opened, send, events, outcome } = start();
    await send(first, second, failed('upstream_auth', 'c1'));
    expect(opened).toHaveLength(1);
    expect(events().at(-1)).toEqual(failed('upstream_auth', 'c1'));
    expect(await outcome).toBe('ended');
  });

  test('is not asked for after an abort', async () => {
    const { opened, send, controller, outcome, later } = start();
    await send(first, 'end');
    await send(new ApiError('server_unreachable'));
    const reason = new Error('paused');
    controller.abort(reason);
    await later();
    expect(opened).toHaveLength(2);
    expect(await outcome).toBe(reason);
  });
});

test('a walk of one server is left to its reader', async () => {
  const { opened, send, outcome } = start();
  await send(numbers('a'), progress({ checkpoint: 'c1' }), 'end');
  expect(opened).toHaveLength(1);
  expect(await outcome).toMatchObject({ code: 'stream_cut' });
});
