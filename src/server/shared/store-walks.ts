import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { selectionEntries } from '#contract/selection.ts';
import { keyOf } from './keys.ts';
import type { SharedStore } from './shared-store.ts';
import { packEvent, unpackEvent } from './walk-event-bytes.ts';
import { appendScript, claimScript, joinScript, readScript } from './walk-scripts.ts';
import { ordinalOf, type SharedWalk, type WalkShare } from './walks.ts';

/** After this silence of the owner another replica takes the walk over. */
const leaseMs = 3000;
/** How long a walk is kept after its end, or while nobody reads it. */
const keptMs = 120_000;
/** How long an ended walk counts as the list of now. */
const recentMs = 5000;
/** Walks that are asked for afresh within this time, at several replicas perhaps, are one. */
const freshMs = 1000;
/** Entries of one read: about as many pages, of 3 kB each. */
const mostEntries = 32;

const bytes = v.instance(Buffer);
const text = v.pipe(
  bytes,
  v.transform((buffer) => buffer.toString()),
);
const entrySchema = v.tuple([text, v.tuple([bytes, bytes])]);
const readSchema = v.tuple([v.number(), text, v.array(entrySchema)]);
const joinSchema = v.tuple([v.string(), v.number()]);
const claimSchema = v.tuple([v.number(), v.string(), v.string()]);
const appendSchema = v.union([v.picklist(['gone', 'refused']), v.tuple([v.number(), v.number()])]);

/**
 * Walks in the store.
 * @param account names the account; walks of two accounts have nothing in common.
 */
export function createStoreWalks(store: SharedStore, account: string): WalkShare {
  function keysOf(selection: Parameters<WalkShare['join']>[0]) {
    const scope = createHash('sha256')
      .update(JSON.stringify([account, selectionEntries(selection)]))
      .digest('base64url');
    return { ofSelection: keyOf('walk-of', scope), prefix: keyOf('walk', scope, '') };
  }

  function walkAt(ofSelection: string, key: string): SharedWalk {
    const events = `${key}:events`;
    const channel = `${key}:news`;
    return {
      async read(after) {
        const args = [after, ordinalOf(after), mostEntries, keptMs];
        const found = await store.runForBytes(readScript, [key, events], args);
        if (found === null) return null;
        const [isOrphan, checkpoint, entries] = v.parse(readSchema, found);
        return {
          entries: entries.map(([id, [, content]]) => ({ id, event: unpackEvent(content) })),
          checkpoint: checkpoint || null,
          isOrphan: isOrphan === 1,
        };
      },

      async claim() {
        const found = await store.run(claimScript, [key], [leaseMs]);
        if (found === null) return null;
        const [fence, last, checkpoint] = v.parse(claimSchema, found);
        return { fence, last, checkpoint: checkpoint || null };
      },

      async append(fence, { last, entries, checkpoint, isLast }) {
        const end = entries.at(-1)?.event.event;
        const state = end === 'done' || end === 'failed' ? end : 'running';
        const lease = isLast || state !== 'running' ? 0 : leaseMs;
        const args = [fence, last, lease, keptMs, channel, checkpoint ?? '', state];
        const contents = entries.flatMap(({ id, event }) => [id, 'event', packEvent(event)]);
        const keys = [key, events, ofSelection];
        const answer = v.parse(
          appendSchema,
          await store.run(appendScript, keys, [...args, ...contents]),
        );
        if (typeof answer === 'string') return answer;
        const [read, readAgoMs] = answer;
        return { read, readAgoMs: readAgoMs < 0 ? null : readAgoMs };
      },

      listen: (wake) => store.listen(channel, wake),
    };
  }

  return {
    async join(selection, fresh) {
      const { ofSelection, prefix } = keysOf(selection);
      const newId = randomBytes(12).toString('base64url');
      const args = [newId, prefix, leaseMs, keptMs, recentMs, fresh ? freshMs : ''];
      const [id, isNew] = v.parse(joinSchema, await store.run(joinScript, [ofSelection], args));
      const claim = isNew === 1 ? { fence: 1, last: '0-0', checkpoint: null } : null;
      return { id, claim };
    },

    walk(selection, id) {
      const { ofSelection, prefix } = keysOf(selection);
      return walkAt(ofSelection, prefix + id);
    },
  };
}
